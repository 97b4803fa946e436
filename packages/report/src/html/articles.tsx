import type { ArticleView, ReportModel } from '@assay/schema'
import { formatScore } from '../format.ts'
import { type Answer, mentionLayer, timexLayer } from '../lanes/layers.ts'
import { type BoardView, boardViews, taskTitles } from '../view.ts'
import { Claims, claimsOf } from './claims.tsx'
import { Data } from './data.tsx'
import { Lanes } from './lanes.tsx'
import { Legend } from './legend.tsx'
import { Summaries } from './summaries.tsx'

/** Every article with gold and what each system made of it. */
export function Articles({ model }: { model: ReportModel }) {
  const systems = model.runs.map(({ system }) => system.name)
  return (
    <section id="articles">
      <h2>Articles</h2>
      <Legend systems={systems} />
      {model.articles.map((view, i) => (
        <Article view={view} id={`a${i + 1}`} systems={systems} model={model} />
      ))}
    </section>
  )
}

interface ArticleProps {
  readonly view: ArticleView
  /** Prefix of its anchors. */
  readonly id: string
  readonly systems: readonly string[]
  readonly model: ReportModel
}

function Article({ view, id, systems, model }: ArticleProps) {
  const { article, annotation: gold } = view.gold
  const { text, title, publishedAt } = article
  const { sentences } = gold
  const answers = answersOf(view, systems)
  const dates = timexLayer(gold, answers)
  const claims = claimsOf(view.gold, answers)
  const summaries = answers.flatMap(({ output, ...system }) =>
    output.summary === undefined ? [] : [{ ...system, text: output.summary.text }],
  )
  return (
    <details class="article" id={id}>
      <summary>
        <span class="title">
          <Data>{title ?? article.id}</Data>
        </span>
        <span class="facts">
          {publishedAt !== undefined && <time>{publishedAt}</time>} <Data>{article.id}</Data>
        </span>
      </summary>
      <Unanswered view={view} />
      <ArticleScores view={view} boards={boardViews(model)} />
      <h4>Text and entities</h4>
      <Lanes id={id} text={text} sentences={sentences} layer={mentionLayer(gold, answers)} />
      {(dates.gold.length > 0 || dates.systems.length > 0) && (
        <>
          <h4>Dates</h4>
          <Lanes id={id} text={text} sentences={sentences} layer={dates} onlyMarked />
        </>
      )}
      {(gold.claims !== undefined || claims.length > 0) && (
        <>
          <h4>Claims</h4>
          <Claims id={id} gold={gold} systems={claims} />
        </>
      )}
      {(gold.summaries !== undefined || summaries.length > 0) && (
        <>
          <h4>Summaries</h4>
          <Summaries
            references={gold.summaries ?? []}
            systems={summaries}
            scores={view.scores}
            details={model.details.filter(({ task }) => task === 'summaries')}
          />
        </>
      )}
    </details>
  )
}

/** The first pass of every system that answered the article. */
function answersOf({ predictions }: ArticleView, systems: readonly string[]): Answer[] {
  return predictions.flatMap(({ system, prediction }) =>
    prediction.status === 'ok' && prediction.repeat === 0
      ? [{ system, place: systems.indexOf(system), output: prediction.output }]
      : [],
  )
}

function Unanswered({ view }: { view: ArticleView }) {
  return (
    <>
      {view.predictions.map(({ system, prediction }) =>
        prediction.status === 'ok' ? null : (
          <p class="warn">
            <Data>{system}</Data>{' '}
            {prediction.status === 'failed'
              ? `failed (${prediction.code}): ${prediction.message}`
              : `skipped: ${prediction.reason}`}
          </p>
        ),
      )}
    </>
  )
}

/** The headline of every board on this article alone. */
function ArticleScores({ view, boards }: { view: ArticleView; boards: readonly BoardView[] }) {
  const systems = [...new Set(view.scores.map(({ system }) => system))]
  const shown = boards.filter(({ detail }) => view.scores.some(({ metric }) => metric === detail.metric))
  if (shown.length === 0) return null
  return (
    <div class="scroll">
      <table class="own">
        <thead>
          <tr>
            <th scope="col" class="name">
              On this article
            </th>
            {systems.map((system) => (
              <th scope="col">
                <Data>{system}</Data>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ board, detail, headline }) => (
            <tr>
              <th scope="row" class="name">
                {taskTitles[board.task]} <small>{headline.label}</small>
              </th>
              {systems.map((system) => {
                const scores = view.scores.find(
                  (entry) => entry.system === system && entry.metric === detail.metric,
                )
                const score = scores?.values[headline.key]
                if (score === undefined) return <td />
                return (
                  <td title={score.value === null ? score.because : undefined}>
                    {formatScore(score.value, headline)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
