import type { Check } from '../check.ts'

export const network: Check = {
  id: 'network',
  promise: 'reaches for no other machine unless it declares `network`',
  async run(subject) {
    await subject.answers()
    const hosts = [...new Set(subject.observed.hosts)]
    if (hosts.length === 0)
      return { measured: 'no connection seen; native code and child processes cannot be watched' }
    if (subject.system.network === true) return { measured: `asked ${hosts.join(', ')}` }
    return {
      faults: hosts.map((host) => ({
        what: `it tried to reach ${host} and does not declare \`network\``,
        hint: 'Set `network: true`, so that it runs only with --allow-network.',
      })),
    }
  },
}
