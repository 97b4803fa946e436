import { describe, expect, it } from 'vitest'
import { palettes } from '../src/html/style.ts'

describe.each(Object.entries(palettes))('the %s palette', (_, palette) => {
  it.each(['text', 'muted', 'accent', 'fault'] as const)('shows %s at a contrast of 4.5 or more', (name) => {
    for (const ground of ['background', 'panel'] as const) {
      expect(contrast(palette[name], palette[ground])).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('shows text on the deepest tint at a contrast of 4.5 or more', () => {
    const tint = palette.tint.split(',').map(Number)
    const mixed = channels(palette.background).map((channel, i) => channel * 0.7 + (tint[i] ?? 0) * 0.3)
    expect(contrastOf(luminance(channels(palette.text)), luminance(mixed))).toBeGreaterThanOrEqual(4.5)
  })
})

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  return contrastOf(luminance(channels(a)), luminance(channels(b)))
}

function contrastOf(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
