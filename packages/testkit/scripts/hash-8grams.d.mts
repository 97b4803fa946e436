export function hashedRuns(text: string): Iterable<{ readonly hash: string; readonly start: number }>
