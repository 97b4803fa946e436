/** How far a long scoring is: on stderr, where that is a terminal. */
export interface Progress {
  article(...sources: readonly { readonly progress: number }[]): void
  /** Wipes the line. */
  end(): void
}

const every = 20_000

export function createProgress(): Progress {
  if (!process.stderr.isTTY) return { article() {}, end() {} }
  let articles = 0
  return {
    article(...sources) {
      if (++articles % every !== 0) return
      const share = Math.min(...sources.map(({ progress }) => progress))
      process.stderr.write(`\r${articles} articles, ${Math.floor(100 * share)} %`)
    },
    end() {
      if (articles >= every) process.stderr.write('\r\u001b[K')
    },
  }
}
