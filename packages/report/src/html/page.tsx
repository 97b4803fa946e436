import type { DatasetManifest, ReportModel } from '@assay/schema'
import { formatCount } from '../format.ts'
import { boardViews, taskTitles } from '../view.ts'
import { Articles } from './articles.tsx'
import { BoardSection } from './board.tsx'
import { Data } from './data.tsx'
import { Method } from './method.tsx'
import { Overview } from './overview.tsx'

/** Nothing but inline styles may load or run, whatever an article or a name holds. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The page above the measured block. */
export function BeforeSpeed({ model }: { model: ReportModel }) {
  return (
    <>
      <Header model={model} />
      <Overview model={model} />
      {boardViews(model).map((view) => (
        <BoardSection view={view} details={model.details} />
      ))}
    </>
  )
}

/** The page below the measured block. */
export function AfterSpeed({ model }: { model: ReportModel }) {
  return (
    <>
      <Articles model={model} />
      <Method details={model.details} />
    </>
  )
}

/** Anchors to every section; the page is one long document. */
export function Navigation({ model }: { model: ReportModel }) {
  const boards = boardViews(model).map(({ board: { task } }) => ({ id: task, title: taskTitles[task] }))
  const links = [
    { id: 'overview', title: 'Overview' },
    ...boards,
    { id: 'speed', title: 'Speed' },
    { id: 'articles', title: 'Articles' },
    { id: 'method', title: 'Method' },
  ]
  return (
    <nav aria-label="Sections">
      {links.map(({ id, title }) => (
        <a href={`#${id}`}>{title}</a>
      ))}
    </nav>
  )
}

function Header({ model: { leaderboard, dataset } }: { model: ReportModel }) {
  const { name, version, digest, articles, units } = leaderboard.dataset
  const facts = [
    ['Dataset', `${name} ${version}`],
    ['Articles', articles === units ? `${articles}` : `${articles} in ${formatCount(units, 'unit')}`],
    ['Gold digest', digest.slice(0, 12)],
    ['Licence', dataset.licence],
    ...makersOf(dataset),
  ] as const
  return (
    <header>
      <p class="kind">Leaderboard</p>
      <h1>
        <Data>{dataset.title}</Data>
      </h1>
      {leaderboard.notResult !== undefined && (
        <p class="banner" role="note">
          <b>Not a result:</b> {leaderboard.notResult}
        </p>
      )}
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div title={term === 'Gold digest' ? digest : undefined}>
            <dt>{term}</dt>
            <dd>
              <Data>{value}</Data>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

/** Who made what, one entry per maker. */
function makersOf({ makers: { texts, annotation, references } }: DatasetManifest): [string, string][] {
  const works = [
    ['Texts', texts],
    ['annotation', annotation],
    ['references', references],
  ] as const
  return [...new Set([texts, annotation, references])].map((maker) => {
    const made = works.flatMap(([work, by]) => (by === maker ? [work] : [])).join(', ')
    return [`${made.charAt(0).toUpperCase()}${made.slice(1)} by`, maker]
  })
}
