/** Ends the output with "N passed, N failed", a line that any CI can read. */
export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) count[test.result().state === 'pending' ? 'failed' : test.result().state]++
      // A file that could not be loaded has no tests to fail.
      if (!module.ok() && tests.every((test) => test.result().state !== 'failed')) count.failed++
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    process.on('exit', () =>
      process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`),
    )
  }
}
