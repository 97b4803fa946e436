import { reporterContract } from '@assay/testkit'
import { renderTerminal, reporters } from '../src/index.ts'
import { tinyReport } from './model.ts'

const model = tinyReport()

for (const reporter of reporters) reporterContract(reporter, model)

reporterContract(
  {
    id: 'terminal',
    file: 'terminal.txt',
    render: (model) => renderTerminal(model, { color: false, width: 110 }) || '\n',
  },
  model,
)
