/**
 * What is wrong with the address of a service, to complete "`url` …"; null: nothing. Parts that can hold a secret are
 * refused, not hidden: the address is recorded and shown.
 */
export function addressFault(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return 'is an http or https address'
  const holdsMore = [url.username, url.password, url.search, url.hash].some((part) => part !== '')
  return holdsMore ? 'has no user, password, query or fragment; a key goes into keyVariable' : null
}

/** What is wrong with the name of the variable that holds a key. It is not shown: it may be the key itself. */
export function variableFault(name: string): string | null {
  const isName = /^[A-Z][A-Z0-9_]{0,63}$/.test(name)
  return isName ? null : 'is the name of an environment variable in capitals, not the key'
}
