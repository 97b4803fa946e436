import { describe, expect, it } from 'vitest'
import { reporterFaults } from '../src/reporter-contract.ts'

describe('the oracle of the reporter contract', () => {
  it.each([
    ['a.html', '<p>a &lt;script> name</p><a href="#x" title="on load = 1">x</a>'],
    ['a.md', '| a | b |\n| - | - |\n| `<b>` | c\\|d |\n\n`[x](https://example.org)` and `@x`'],
    ['a.csv', 'a,b\n\'=1,-0.5\n"x,""y""",\n'],
    ['a.json', '{"a": 1}\n'],
    ['a.txt', ' note: fine\n'],
  ])('finds nothing in clean %s', (file, output) => {
    expect(reporterFaults(file, output)).toEqual([])
  })

  it.each([
    ['a.txt', 'a\u001b[31m', 'a control character'],
    ['a.txt', 'a\u202eb', 'a separator or bidi control'],
    ['a.txt', 'a \ud800', 'a lone surrogate'],
    ['a.txt', 'score NaN', 'a number that is not finite'],
    ['a.txt', 'system [object Object]', 'an object written as text'],
    ['a.txt', 'a\n::error::b', 'a command to the build server'],
    ['a.html', '<p><SCRIPT>x</SCRIPT></p>', 'an element that loads'],
    ['a.html', '<p title="x" onclick="y">', 'an event handler'],
    ['a.html', '<svg/onload=x>', 'an event handler'],
    ['a.html', '<a href="https://example.org">', 'a link that leaves the page'],
    ['a.html', '<style>p{background:url(x)}</style>', 'a style that loads'],
    ['a.md', 'a <b>c</b>', 'HTML'],
    ['a.md', '[x](y)', 'a link or an image'],
    ['a.md', 'see https://example.org', 'an address that becomes a link'],
    ['a.md', 'by @someone', 'a mention'],
    ['a.md', 'see #12', 'a reference to an issue'],
    ['a.md', '| a | b |\n| - | - |\n| a | b | c |', 'a table row of another width'],
    ['a.csv', 'a,b\n=1,c\n', 'a formula: "=1"'],
    ['a.csv', 'a,b\n"-1+1",c\n', 'a formula: "-1+1"'],
    ['a.csv', 'a,b\nc\n', 'a record of another width'],
    ['a.json', '{', 'not JSON'],
  ])('in %s finds %j to be %s', (file, output, fault) => {
    const faults = reporterFaults(file, output)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(fault)
  })
})
