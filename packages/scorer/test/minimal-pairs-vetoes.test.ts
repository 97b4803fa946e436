import { describe, expect, it } from 'vitest'
import type { Veto } from '../src/claims/vetoes.ts'
import { compare } from './claims-harbour.ts'

type Pair = readonly [gold: string, predicted: string]
interface Suite {
  readonly veto: Veto
  /** The prediction contradicts gold: this veto fires, and no other. */
  readonly fires: readonly Pair[]
  /** The prediction says the same: it matches, and nothing fires. */
  readonly agrees: readonly Pair[]
}

const suites: readonly Suite[] = [
  {
    veto: 'polarity',
    fires: [
      ['The Port Authority fined Norvik Shipping.', 'The Port Authority did not fine Norvik Shipping.'],
      ['The Port Authority did not fine Norvik Shipping.', 'The Port Authority fined Norvik Shipping.'],
      ['The Port Authority fined Norvik Shipping.', "The Port Authority didn't fine Norvik Shipping."],
      ['The Port Authority fined Norvik Shipping.', 'The Port Authority has never fined Norvik Shipping.'],
      ['Norvik Shipping insures its old ships.', 'Norvik Shipping no longer insures its old ships.'],
      ['Norvik Shipping cleaned the bay.', 'Norvik Shipping failed to clean the bay.'],
      ['Norvik Shipping cleans the bay.', 'Norvik Shipping refuses to clean the bay.'],
      ['Norvik Shipping left with a pilot.', 'Norvik Shipping left without a pilot.'],
      ['Norvik Shipping poisoned the bay.', 'It is not true that Norvik Shipping poisoned the bay.'],
      ['Norvik Shipping poisoned the bay.', 'Norvik Shipping denied that it poisoned the bay.'],
      ['Norvik Shipping poisoned the bay.', 'Norvik Shipping disputes that it poisoned the bay.'],
      ['Ships entered the Norland harbour.', 'No ships entered the Norland harbour.'],
      ['Norvik Shipping and Halden Lines sailed.', 'Neither Norvik Shipping nor Halden Lines sailed.'],
      ['Norvik Shipping cannot raise fares.', 'Norvik Shipping can raise fares.'],
      ['The ship sailed on 10 March 2026.', 'The ship sailed not on 10 March 2026.'],
      ['Norvik shares rose 5 percent.', 'Norvik shares fell 5 percent.'],
      ['Norvik shares declined by 5 percent.', 'Norvik shares gained 5 percent.'],
      ['Lind approved the new ferry line.', 'Lind opposed the new ferry line.'],
      [
        'Norvik did not raise fares, which fell 5 percent.',
        'Norvik did not raise fares, which rose 5 percent.',
      ],
    ],
    agrees: [
      ['The Port Authority did not fine Norvik Shipping.', 'The Port Authority never fined Norvik Shipping.'],
      [
        'The Port Authority did not fine Norvik Shipping.',
        'Norvik Shipping was not fined by the Port Authority.',
      ],
      [
        'The Port Authority fined Norvik Shipping.',
        'The Port Authority did not fail to fine Norvik Shipping.',
      ],
      ['Norvik Shipping left with a pilot.', 'Norvik Shipping left not without a pilot.'],
      [
        'The Port Authority fined Norvik Shipping.',
        'It is not true that the Port Authority did not fine Norvik Shipping.',
      ],
      ['The Port Authority fined Norvik Shipping.', 'The Port Authority not only fined Norvik Shipping.'],
      ['The Port Authority warned Norvik Shipping.', 'The Port Authority not just warned Norvik Shipping.'],
      ['Norvik Shipping no longer insures old ships.', 'Norvik Shipping does not insure old ships.'],
      ['Norvik Shipping failed to pay the harbour fee.', 'Norvik Shipping failed to pay a harbour fee.'],
      ['The Port Authority fined 30 ships.', 'The Port Authority fined no fewer than 30 ships.'],
      ['The Port Authority fined 30 ships.', 'The Port Authority fined no more than 30 ships.'],
      ['The Port Authority closed berth 5.', 'The Port Authority closed berth no 5.'],
      ['Norvik Shipping poisoned the bay.', 'There is no doubt Norvik Shipping poisoned the bay.'],
      [
        'The Port Authority fined Norvik Shipping.',
        'Not Halden Lines, the Port Authority fined Norvik Shipping.',
      ],
      ['Norvik Shipping sank a Halden ferry.', 'Norvik Shipping sank a Halden ferry, not a tanker.'],
      ['Norvik shares fell 5 percent.', 'Norvik shares declined 5 percent.'],
      ['Norvik fares rose as Norvik shares fell.', 'Norvik shares fell as Norvik fares rose.'],
      ['Lind did not approve the new ferry line.', 'Lind opposed the new ferry line.'],
      ['Norvik ships will not sail from Norland.', 'No Norvik ships will sail from Norland.'],
      ['Norvik Shipping did not deny the leak.', 'Norvik Shipping denied no leak.'],
      [
        'The Port Authority stopped for lack of money.',
        'The Port Authority stopped because it had no money.',
      ],
      [
        'Norvik Shipping did not poison the bay.',
        'Halden Lines disputes that Norvik Shipping poisoned the bay.',
      ],
    ],
  },
  {
    veto: 'number',
    fires: [
      ['The Port Authority fined 30 Norvik ships.', 'The Port Authority fined 40 Norvik ships.'],
      ['The Port Authority fined 30 Norvik ships.', 'The Port Authority fined forty Norvik ships.'],
      ['The Port Authority fined 30 Norvik ships.', 'The Port Authority fined about 40 Norvik ships.'],
      ['The Port Authority fined Norvik $5 million.', 'The Port Authority fined Norvik $5 billion.'],
      ['The Port Authority fined Norvik $5 million.', 'The Port Authority fined Norvik €5 million.'],
      ['The Port Authority fined Norvik $5 million.', 'The Port Authority fined Norvik €6 million.'],
      ['Norvik Shipping cut fares by 5 percent.', 'Norvik Shipping cut fares by 5 percentage points.'],
      ['Norvik Shipping cut fares by 5 percent.', 'Norvik Shipping cut fares by 15 percent.'],
      ['A Norvik ship sank 30 km off Norland.', 'A Norvik ship sank 30 miles off Norland.'],
      ['A Norvik ship carried 9,000 cars to Norland.', 'A Norvik ship carried 9,400 cars to Norland.'],
      ['A Norvik ship carried 9,000 cars to Norland.', 'A Norvik ship carried 900 cars to Norland.'],
      ['Lind won her third election in Norland.', 'Lind won her fourth election in Norland.'],
      ['Norvik Shipping cut 300 jobs in 4 ports.', 'Norvik Shipping cut 300 jobs in 5 ports.'],
    ],
    agrees: [
      ['The Port Authority fined 30 Norvik ships.', 'The Port Authority fined thirty Norvik ships.'],
      [
        'The Port Authority fined about 30 Norvik ships.',
        'The Port Authority fined roughly thirty Norvik ships.',
      ],
      ['The Port Authority fined 31 Norvik ships.', 'The Port Authority fined about 30 Norvik ships.'],
      ['The Port Authority fined Norvik $5 million.', 'The Port Authority fined Norvik $5m.'],
      [
        'The Port Authority fined Norvik $5 million.',
        'The Port Authority fined Norvik five million dollars.',
      ],
      ['The Port Authority fined Norvik $5 million.', 'The Port Authority fined Norvik 5,000,000 dollars.'],
      ['Norvik Shipping cut fares by 5 percent.', 'Norvik Shipping cut fares by 5%.'],
      ['A Norvik ship sank 30 km off Norland.', 'A Norvik ship sank 30 kilometres off Norland.'],
      ['A Norvik ship carried 8,970 cars to Norland.', 'A Norvik ship carried 9,000 cars to Norland.'],
      [
        'A Norvik ship carried 9,000 cars to Norland.',
        'A Norvik ship carried nine thousand cars to Norland.',
      ],
      ['Norvik Shipping cut 300 jobs in Norland.', 'Norvik Shipping cut 300 jobs in 4 Norland ports.'],
      ['Norvik Shipping cut 300 jobs in 4 Norland ports.', 'Norvik Shipping cut 300 jobs in Norland ports.'],
      [
        'Norvik Shipping paid $7 million for old ships in Norland.',
        'Norvik Shipping paid for 12 old ships in Norland.',
      ],
    ],
  },
  {
    veto: 'date',
    fires: [
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland on 11 March 2026.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland on 10 March 2025.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland on Monday.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland today.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland in April 2026.'],
      ['Lind resigned in Norland in March 2026.', 'Lind resigned in Norland in February 2026.'],
      ['Lind resigned in Norland in 2025.', 'Lind resigned in Norland this year.'],
      ['Lind resigned in Norland in 2025.', 'Lind resigned in Norland in 2024.'],
      ['Lind resigned in Norland in the 1990s.', 'Lind resigned in Norland in 2001.'],
      ['Lind resigned in Norland last week.', 'Lind resigned in Norland on 10 March 2026.'],
      ['Lind resigned in Norland in May 2025.', 'Lind resigned in Norland in early June 2025.'],
      ['Lind resigned in Norland two years ago.', 'Lind resigned in Norland last year.'],
    ],
    agrees: [
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland on Tuesday.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland yesterday.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland on March 10.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland on 2026-03-10.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland in March 2026.'],
      ['Lind resigned in Norland on 10 March 2026.', 'Lind resigned in Norland this year.'],
      ['Lind resigned in Norland in March 2026.', 'Lind resigned in Norland on 10 March 2026.'],
      ['Lind resigned in Norland in 2024.', 'Lind resigned in Norland two years ago.'],
      ['Lind resigned in Norland in the 1990s.', 'Lind resigned in Norland in 1995.'],
      ['Lind resigned from office in Norland.', 'Lind resigned from office in Norland on 10 March 2026.'],
      ['Lind resigned from her Norland office on Tuesday.', 'Lind resigned from her Norland office.'],
      [
        'Lind resigned in Norland on 10 March 2026.',
        'Lind, elected in 2020, resigned in Norland on 10 March 2026.',
      ],
    ],
  },
  {
    veto: 'participant',
    fires: [
      ['The Port Authority fined Norvik Shipping again.', 'The Port Authority fined Halden Lines again.'],
      ['The Port Authority closed old berths.', 'Norvik Shipping closed old berths.'],
      ['Anna Lind opened the new ferry line.', 'Halden Lines opened the new ferry line.'],
      ['The Port Authority inspected ferries in Norland.', 'Halden Lines inspected ferries in Norland.'],
      ['Norvik Shipping sold old ferries to Halden Lines.', 'Norvik Shipping sold old ferries to Anna Lind.'],
      ['The MSB warned Norvik Shipping of storms.', 'The Port Authority warned Norvik Shipping of storms.'],
      [
        'The Port Authority fined Norvik after inspections.',
        'The Port Authority fined Zorg after inspections.',
      ],
      ['Lind opened the new ferry line.', 'Maria Zorg opened the new ferry line.'],
      ['The Port Authority fined Norvik Shipping again.', 'The Port Authority fined Zorg Lager again.'],
      ['Norvik ferries sank in Norland waters.', 'Norvik ferries sank in Swedish waters.'],
      ['Lind praised the new ferry crews.', 'The MSB praised the new ferry crews.'],
      ['Halden Lines and Norvik Shipping raised fares.', 'Halden Lines and Anna Lind raised fares.'],
    ],
    agrees: [
      ['The Port Authority fined Norvik Shipping.', 'The Port Authority fined Norvik.'],
      ['Anna Lind opened the new ferry line.', 'Lind opened the new ferry line.'],
      ['Anna Lind opened the new ferry line.', "Anna Lind's new ferry line opened."],
      ['The Maritime Safety Board warned of storms.', 'The MSB warned of storms.'],
      ['The Maritime Safety Board warned of storms.', 'The M.S.B. warned of storms.'],
      ['Lind opened ferry lines in Norland.', 'Lind opened Norlander ferry lines.'],
      ['Lind opened ferry lines in Norland.', 'Lind opened ferry lines.'],
      ['Lind opened new ferry lines.', 'Lind opened new ferry lines in Norland.'],
      ['Lind opened new ferry lines.', 'Mayor Lind opened new ferry lines.'],
      ['Lind opened new ferry lines in Norland.', 'Mayor Lind opened new ferry lines.'],
      ['Lind opened new ferry lines in Norland.', 'Lind opened new ferry lines of Halden Lines.'],
      [
        'The Port Authority fined Norvik Shipping for old ferries.',
        'Officials fined Norvik Shipping for old ferries.',
      ],
      [
        'The Port Authority fined Norvik Shipping for old ferries.',
        'Norvik Shipping faces fines for old ferries.',
      ],
      [
        'The Port Authority fined Norvik Shipping for old ferries.',
        'The Authority fined Norvik Shipping for old ferries.',
      ],
    ],
  },
  {
    veto: 'roles',
    fires: [
      ['The Port Authority sued Norvik Shipping.', 'Norvik Shipping sued the Port Authority.'],
      ['The Port Authority sued Norvik Shipping.', 'The Port Authority was sued by Norvik Shipping.'],
      ['Norvik Shipping was sued by the Port Authority.', 'Norvik Shipping sued the Port Authority.'],
      ['Norvik Shipping was sued by the Port Authority.', 'The Port Authority was sued by Norvik Shipping.'],
      ['Lind was praised on Tuesday by Halden Lines.', 'Lind praised Halden Lines on Tuesday.'],
      ['Lind voted against Halden Lines.', 'Halden Lines voted against Lind.'],
      ['On 10 March 2026 Lind sued Norvik.', 'Norvik sued Lind on 10 March 2026.'],
      ['Norvik bought ferries from Halden Lines.', 'Halden Lines bought ferries from Norvik.'],
      ['Halden Lines got sued by Norvik.', 'Halden Lines sued Norvik.'],
      ['Halden Lines is being sued by Norvik.', 'Halden Lines is suing Norvik.'],
      ['Lind sued Norvik in Norland.', 'Norvik sued Lind in Norland.'],
      ['Halden Lines and its crews sued Norvik.', 'Norvik sued Halden Lines and its crews.'],
    ],
    agrees: [
      ['The Port Authority sued Norvik Shipping.', 'Norvik Shipping was sued by the Port Authority.'],
      ['Norvik Shipping was sued by the Port Authority.', 'The Port Authority sued Norvik Shipping.'],
      [
        'Norvik Shipping was sued on Tuesday by the Port Authority.',
        'The Port Authority sued Norvik on Tuesday.',
      ],
      ['Halden Lines and Norvik Shipping merged.', 'Norvik Shipping and Halden Lines merged.'],
      ['Halden Lines and the Port Authority agreed.', 'The Port Authority and Halden Lines agreed.'],
      ['Norvik was sued.', 'The Port Authority sued Norvik.'],
      ['Lind praised Halden Lines.', 'On Tuesday Lind praised Halden Lines.'],
      ['Halden Lines got sued by Norvik.', 'Norvik sued Halden Lines.'],
      ['Lind sued Norvik in Norland.', 'Lind sued Norvik, based in Norland.'],
      ['Lind, of Norland, sued Norvik.', 'In Norland, Norvik was sued by Lind.'],
      ['Lind, a minister of Norland, resigned.', 'The Norlander minister Lind resigned.'],
      ["Norland's minister Lind resigned.", 'Lind, the minister of Norland, resigned.'],
      ['The ferry crews of Halden Lines sued Norvik.', "Norvik was sued by Halden Lines' ferry crews."],
      ['Lind praised Lind supporters and Halden Lines.', 'Lind praised Halden Lines and Lind supporters.'],
      ['The mayor sued the harbour in Norland.', 'The harbour sued the mayor in Norland.'],
    ],
  },
]

describe.each(suites)('minimal pairs: $veto', ({ veto, fires, agrees }) => {
  it('holds twelve pairs or more that fire and as many that must not', () => {
    expect(fires.length).toBeGreaterThanOrEqual(12)
    expect(agrees.length).toBeGreaterThanOrEqual(12)
  })

  it.each(fires)('%s | %s', (gold, predicted) => {
    expect(compare(gold, predicted)).toMatchObject({ verdict: 'contradiction', vetoes: [veto] })
  })

  it.each(agrees)('agree: %s | %s', (gold, predicted) => {
    expect(compare(gold, predicted)).toMatchObject({ verdict: 'match', vetoes: [] })
  })
})
