/** How patient and how trusting the client of a service is. None of it is part of a run's identity. */
export interface ServiceLimits {
  /** How often a request is sent again after 429, 5xx or a broken connection. Default 4. */
  readonly retries: number
  /** Milliseconds before the first retry; doubled for each further one. Default 500. */
  readonly backoffMs: number
  /** A service that asks to wait longer than this is not waited for: the article fails. Default 60000. */
  readonly longestWaitMs: number
  /** Requests of one account at the same time; fewer after 429. Default 4. */
  readonly concurrency: number
  /** Milliseconds until the reply must begin; a service that does not stream begins when it is done. Default 120000. */
  readonly headersMs: number
  /** Milliseconds that a reply which has begun may pause. Default 30000. */
  readonly bodyMs: number
  /** Milliseconds for one attempt in all. Default 300000. */
  readonly totalMs: number
  /**
   * The most bytes of one reply, counted after decompression. Default 4 MiB for a language model, 16 MiB for any other
   * service.
   */
  readonly replyBytes: number
}

export const defaultLimits: Omit<ServiceLimits, 'replyBytes'> = {
  retries: 4,
  backoffMs: 500,
  longestWaitMs: 60_000,
  concurrency: 4,
  headersMs: 120_000,
  bodyMs: 30_000,
  totalMs: 300_000,
}
