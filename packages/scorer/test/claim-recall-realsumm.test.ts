import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claimAgreement } from '../tools/realsumm/agreement.ts'

const folder = new URL('../../../../shared/data/realsumm-abstractive/', import.meta.url)

describe.skipIf(!existsSync(folder))(
  'claim presence against the human labels of REALSumm (data beside the repository; skipped where it is absent)',
  () => {
    const agreement = existsSync(folder) ? claimAgreement(folder) : undefined

    it('covers every unit of every summary', () => {
      expect(agreement).toMatchObject({ labels: 14_784, present: 6_370, systems: 14, articles: 100 })
    })

    it('agrees with people as well as this rule did when it was chosen, within 0.02', () => {
      expect(agreement?.auc).toBeGreaterThanOrEqual(0.88 - 0.02)
      expect(agreement?.kappa).toBeGreaterThanOrEqual(0.602 - 0.02)
    })

    it('orders systems and summaries as people do, within 0.02', () => {
      expect(agreement?.systemLevel).toBeGreaterThanOrEqual(0.963 - 0.02)
      expect(agreement?.summaryLevel).toBeGreaterThanOrEqual(0.65 - 0.02)
    })
  },
)
