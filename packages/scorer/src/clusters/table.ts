/** What stands for a mention: the same key on both sides is the same mention. */
export type MentionKey = string | number

export interface ClusterOptions {
  /**
   * What becomes of clusters of one mention. `out` (default): left out on both sides, as in OntoNotes, CoNLL-2012
   * and CoVal's default. `in`: they count like every other cluster.
   */
  readonly singletons?: 'out' | 'in'
}

/** Which mentions two clusterings share, and how each groups them: all that cluster metrics look at. */
export interface ClusterTable {
  /** Mentions of each gold cluster. */
  readonly gold: readonly number[]
  /** Mentions of each predicted cluster. */
  readonly predicted: readonly number[]
  /** Pairs of clusters that share a mention. */
  readonly cells: readonly Cell[]
  /** The cell of each shared mention, by predicted cluster. */
  readonly mentions: readonly Cell[]
}

export interface Cell {
  /** Index into the table's `gold`. */
  readonly gold: number
  /** Index into the table's `predicted`. */
  readonly predicted: number
  /** Mentions in both. */
  readonly shared: number
}

/**
 * Compares two clusterings of mentions. Clusters come in the order of their first mention, so that neither the
 * order of clusters nor that inside one changes anything. Inside a clustering a mention belongs to the first of its
 * clusters; empty clusters are none.
 */
export function tabulateClusters(
  gold: readonly (readonly MentionKey[])[],
  predicted: readonly (readonly MentionKey[])[],
  { singletons = 'out' }: ClusterOptions = {},
): ClusterTable {
  const smallest = singletons === 'in' ? 1 : 2
  const [golds, predicteds] = [inOrder(gold, smallest), inOrder(predicted, smallest)]
  const goldOf = new Map(
    golds.flatMap((cluster, index) => cluster.map((mention) => [mention, index] as const)),
  )
  const cells: Cell[] = []
  const mentions: Cell[] = []
  predicteds.forEach((cluster, predicted) => {
    const inGold = cluster.flatMap((mention) => goldOf.get(mention) ?? [])
    const sizes = new Map<number, number>()
    for (const gold of inGold) sizes.set(gold, (sizes.get(gold) ?? 0) + 1)
    const ofGold = new Map([...sizes].map(([gold, shared]) => [gold, { gold, predicted, shared }]))
    cells.push(...ofGold.values())
    mentions.push(...inGold.map((gold) => ofGold.get(gold)!))
  })
  return { gold: golds.map(sizeOf), predicted: predicteds.map(sizeOf), cells, mentions }
}

/** The same comparison with the sides exchanged: precision is the recall of it. */
export function swapSides({ gold, predicted, cells, mentions }: ClusterTable): ClusterTable {
  const swap = (cell: Cell): Cell => ({ gold: cell.predicted, predicted: cell.gold, shared: cell.shared })
  return { gold: predicted, predicted: gold, cells: cells.map(swap), mentions: mentions.map(swap) }
}

function sizeOf(cluster: readonly MentionKey[]): number {
  return cluster.length
}

function inOrder(clusters: readonly (readonly MentionKey[])[], smallest: number): MentionKey[][] {
  const sorted = clusters
    .map((cluster) => [...new Set(cluster)].sort(byKey))
    .filter((cluster) => cluster.length > 0)
    .sort((a, b) => byList(a, b))
  const taken = new Set<MentionKey>()
  return sorted
    .map((cluster) => cluster.filter((mention) => !taken.has(mention) && taken.add(mention)))
    .filter((cluster) => cluster.length >= smallest)
}

function byList(a: readonly MentionKey[], b: readonly MentionKey[]): number {
  const at = a.findIndex((mention, i) => i >= b.length || mention !== b[i])
  return at === -1 ? a.length - b.length : at >= b.length ? 1 : byKey(a[at]!, b[at]!)
}

/** Of two that differ: numbers before strings; numbers by size, strings by code units. */
function byKey(a: MentionKey, b: MentionKey): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : 1
}
