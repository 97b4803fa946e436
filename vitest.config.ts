import { defineConfig } from 'vitest/config'

// Tests read TypeScript source through the private `@assay/source` condition: no build is needed.
// Tests that start processes or the command use the built files; `npm test` builds first.
const conditions = ['@assay/source', 'module', 'node', 'import', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'apps/*/test/**/*.test.ts'],
    globalSetup: ['.config/temporary-files.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
