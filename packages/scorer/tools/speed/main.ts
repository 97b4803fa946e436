import { benches } from './benches/index.ts'

for (const { name } of benches) process.stdout.write(`${name}\n`)
