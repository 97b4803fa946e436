/**
 * A function that takes a key out of a text: as it is, as a URL or JSON writes it, and inside base64 at any
 * position. What is shorter than eight characters is no secret, and would tear holes into the texts of models.
 */
export function redactor(key: string | null): (text: string) => string {
  if (key === null || key.length < 8) return (text) => text
  const forms = [
    ...new Set([key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), ...base64Forms(key)]),
  ]
  return (text) => forms.reduce((text, form) => text.replaceAll(form, '[redacted]'), text)
}

/** Base64 of a text that holds the key shows the same characters whatever stands around it, but at three shifts. */
function base64Forms(key: string): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.from(' '.repeat(shift) + key)
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64')
    // The first characters of a shifted one depend on what stands before.
    const steady = whole.slice(shift === 0 ? 0 : 4)
    return steady.length < 8 ? [] : [steady, steady.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
