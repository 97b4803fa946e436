/** One comparison of speed. A bench is one module in `benches/` and one line in its index. */
export interface Bench {
  /** What is measured: `ROUGE-1, 2, L, Lsum, stemmer, 60 words`. */
  readonly name: string
  /** What `items` counts: pairs, documents, resamples. */
  readonly unit: string
  /** Built once, seeded; not timed. */
  prepare(): Prepared | Promise<Prepared>
  readonly peers: readonly Peer[]
  /**
   * What a second is. `cpu` (the default) is time of all threads of the process, so that other work on the machine
   * counts less; `wall` is for passes that start processes.
   */
  readonly clock?: 'cpu' | 'wall'
}

export interface Prepared {
  readonly items: number
  /** One pass of ours over all items. A promise is awaited. */
  ours(): unknown
  /** One pass over all items of each JavaScript peer or limit, by peer name. A promise is awaited. */
  readonly javascript?: Readonly<Record<string, () => unknown>>
  /** What a Python peer reads, as one JSON file: `{ items: [...] }` in the script's own shape. */
  readonly python?: unknown
}

export interface Peer {
  readonly name: string
  /**
   * A Python module that must be found, and the script in `peers/` that is called with the path of the JSON file
   * and prints its items per second. `install` is what pip installs where that is not the module's name.
   */
  readonly python?: { readonly module: string; readonly script: string; readonly install?: string }
  /** Least ratio ours / peer, and the ratio aimed at. */
  readonly floor?: number
  readonly aim?: number
}
