/** Words without content of their own, lower case, both apostrophes. Negators are among them: see `negators`. */
export const stopWords: ReadonlySet<string> = wordSet(`
  a an the this that these those such same other another each every either both all any some few several many much
  more most less least own
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
  herself it its itself they them their theirs themselves one oneself who whom whose which what whoever whatever
  somebody someone something anybody anyone anything everybody everyone everything
  am is are was were be been being have has had having do does did doing done
  can could may might must shall should will would ought
  i'm you're we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll
  we'll they'll it'll that'll
  about above across after against along amid among around as at before behind below beneath beside besides between
  beyond by down during except for from in inside into of off on onto out outside over past per since through
  throughout to toward towards under until till up upon via with within
  and or but if because so than then though although while whereas when where why how whether once
  again also already almost even ever here there just only quite rather really still too very yet now
  no not nor never none nobody nothing neither nowhere without cannot
  don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't won't wouldn't shan't
  shouldn't mustn't mightn't needn't ain't
`)

/** Words that turn what they stand before into its opposite, lower case, both apostrophes. */
export const negators: ReadonlySet<string> = wordSet(`
  no not nor never none nobody nothing neither nowhere without cannot
  don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't won't wouldn't shan't
  shouldn't mustn't mightn't needn't ain't
`)

function wordSet(list: string): ReadonlySet<string> {
  const words = list.trim().split(/\s+/)
  return new Set([...words, ...words.map((word) => word.replaceAll("'", '’'))])
}
