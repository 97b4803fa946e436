import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { defineConfig, mergeConfig } from 'vitest/config'
import { mutate, survey } from './plugin.ts'
import type { Site } from './sites.ts'

// Read by the vitest processes that `main.ts` starts; the environment says which mutant they are to carry.
const scorer = fileURLToPath(new URL('../../../', import.meta.url))
const sites: Site[] = JSON.parse(readFileSync(process.env['MUTANT_SITES']!, 'utf8'))
const index = process.env['MUTANT']
const conditions = ['@assay/source', 'module', 'node', 'import', 'default']

export default mergeConfig(
  defineConfig({ resolve: { conditions }, ssr: { resolve: { conditions } } }),
  defineConfig({
    root: fileURLToPath(new URL('../../', `file://${scorer}`)),
    plugins: [index === undefined ? survey(scorer, sites) : mutate(scorer, sites[Number(index)]!)],
    test: {
      include: ['packages/scorer/test/**/*.test.ts'],
      // Thousands of draws each: too slow to run for every mutant, and the rules have tests of their own.
      exclude: ['**/simulation*.test.ts', '**/node_modules/**'],
      testTimeout: 60_000,
      ...(index === undefined && {
        setupFiles: [fileURLToPath(new URL('./reached.js', import.meta.url))],
      }),
    },
  }),
)
