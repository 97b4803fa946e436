/** One comparison of speed. A bench is one module in `benches/` and one line in its index. */
export interface Bench {
  /** What is measured: `ROUGE-1, 2, L, Lsum, stemmer, 60 words`. */
  readonly name: string
  /** What `items` counts: pairs, documents, resamples. */
  readonly unit: string
  /** Built once, seeded; not timed. */
  prepare(): Prepared | Promise<Prepared>
  readonly peers: readonly Peer[]
}

export interface Prepared {
  readonly items: number
  /** One pass of ours over all items. */
  ours(): unknown
  /** One pass over all items of each JavaScript peer or limit, by peer name. */
  readonly javascript?: Readonly<Record<string, () => unknown>>
  /** What a Python peer reads, as one JSON file: `{ items: [...] }` in the script's own shape. */
  readonly python?: unknown
}

export interface Peer {
  readonly name: string
  /** A Python module that must be found, and the script in `peers/` that prints its items per second. */
  readonly python?: { readonly module: string; readonly script: string }
  /** Least ratio ours / peer, and the ratio aimed at. */
  readonly floor?: number
  readonly aim?: number
}
