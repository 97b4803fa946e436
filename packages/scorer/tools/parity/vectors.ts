/** How one file of reference numbers is checked. A file is one module in `files/` and one line in its index. */
export interface Vectors {
  /** The name of the file without `.json`. */
  readonly file: string
  /** The keys of the file that hold cases: `cases`, `corpora`. Every other key but `meta` is an error. */
  readonly sections: Readonly<Record<string, Section>>
  /** Where our default differs on purpose; the reference's behaviour is the option that `answer` asks for. */
  readonly deviations?: readonly Deviation[]
}

export interface Section {
  /**
   * Keys of a case that are given, not answered: texts, tags, seeds. All others are compared. Where a case is a list,
   * its places: `0`; the answer is then an object by the places left.
   */
  readonly inputs: readonly string[]
  /**
   * The answers of a case, computed by our public functions: the same keys and the same nesting as the file's,
   * inputs left out. `null` where the reference gave NaN. `whole` is the parsed file.
   */
  answer(given: never, whole: never): unknown
  /** Largest difference at a key path such as `bs.BLEU.mean`. Default: 1e-9; 0: equal. */
  tolerance?(path: string): number
}

interface Deviation {
  readonly name: string
  readonly reason: string
  /** How many numbers of the case our default gives otherwise. */
  differing(given: never): number
}
