/** The style sheet for a report with this many systems: one switch for each. */
export function styleFor(systems: number): string {
  const switches = Array.from(
    { length: systems },
    (_, i) => `body:has(#show${i}:not(:checked)) .s${i}{display:none}`,
  )
  return [page, tables, plots, pairs, articles, lanes, types, summaries, paper, ...switches].join('')
}

/** Every pair that meets keeps a contrast of 4.5 to 1. Accent and fault differ in lightness too, for colour-blind eyes. */
export const palettes = {
  light: {
    background: '#ffffff',
    panel: '#f6f7f9',
    text: '#1a1d21',
    muted: '#59626d',
    line: '#dfe3e8',
    accent: '#0b5cad',
    fault: '#a8410b',
    tint: '11,92,173',
  },
  dark: {
    background: '#0f1215',
    panel: '#171b20',
    text: '#e3e7eb',
    muted: '#9aa4af',
    line: '#2a3138',
    accent: '#79b8ff',
    fault: '#ff9d66',
    tint: '121,184,255',
  },
} as const

const colors = (palette: Readonly<Record<string, string>>) =>
  Object.entries(palette)
    .map(([name, color]) => `--${name}:${color};`)
    .join('')

const page = `
:root{color-scheme:light dark;${colors(palettes.light)}
--sans:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{${colors(palettes.dark)}}}
*{box-sizing:border-box}
html{scroll-padding-top:3.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--background);color:var(--text);font:15px/1.55 var(--sans);overflow-wrap:break-word}
h1,.title,.facts,.lead,.notes{overflow-wrap:anywhere}
main{max-width:74rem;margin:0 auto;padding:0 1.5rem 6rem}
nav{position:sticky;top:0;z-index:3;display:flex;gap:.25rem;overflow-x:auto;padding:.5rem max(.9rem,calc((100vw - 74rem)/2 + .9rem));
background:var(--background);border-bottom:1px solid var(--line)}
nav a{padding:.2rem .6rem;border-radius:.35rem;color:var(--muted);text-decoration:none;white-space:nowrap;font-size:.9rem}
nav a:hover{color:var(--text);background:var(--panel)}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h4,h5{line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
h1{font-size:1.9rem;letter-spacing:-.015em}
h2{font-size:1.35rem;letter-spacing:-.01em}
h4{font-size:.95rem;margin:2rem 0 .75rem}
h5{font-size:.9rem}
small{font-size:.82em;color:var(--muted);font-weight:400}
section{padding-top:3.5rem}
.kind{margin:2.5rem 0 .25rem;color:var(--muted);font-size:.9rem}
.lead{margin:.35rem 0 1.1rem;color:var(--muted);max-width:46rem}
.lead b{color:var(--text);font-weight:600}
.muted,.facts{color:var(--muted)}
.warn{color:var(--fault)}
.banner{margin:1.25rem 0 0;padding:.6rem .9rem;border:1px solid var(--fault);border-left-width:4px;border-radius:.35rem;color:var(--fault)}
header .facts{display:flex;flex-wrap:wrap;gap:.9rem 2.25rem;margin:1.5rem 0 0}
header dt{font-size:.78rem;color:var(--muted)}
header dd{margin:0;color:var(--text)}
.notes{margin:.75rem 0 0;padding:0;list-style:none;color:var(--muted);font-size:.87rem}
.notes li::before{content:"– "}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.fold{margin-top:1.25rem}
.fold>summary{cursor:pointer;font-size:.9rem;font-weight:600;padding:.15rem 0}
.fold>summary small{margin-left:.5rem}
.fold>:not(summary){margin-top:.6rem}
code{font:.85em/1.5 var(--mono);overflow-wrap:anywhere}
#method p{max-width:46rem}
#method dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.3rem 1.25rem;font-size:.9rem}
#method dt{font-weight:600}
#method dd{margin:0}
.signature{color:var(--muted)}
`

const tables = `
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92rem}
th,td{padding:.42rem .7rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--line);font-weight:400}
thead th{vertical-align:bottom;color:var(--muted);font-size:.8rem;padding-bottom:.3rem}
tbody th{text-align:left}
tr>:first-child{padding-left:0}
th.name,td.name{text-align:left}
tbody th.name{font-weight:550}
.value{font-weight:650}
.board .plot{padding:0 .4rem}
.board td.plot,.board th.plot{text-align:left}
.board .rank{text-align:left;color:var(--muted);font-size:.86rem}
.board .ranked .rank{color:var(--text);font-weight:600}
.board thead th:first-child{text-align:left}
.interval{color:var(--muted)}
.bound{color:var(--muted)}
.bound th.name,.bound .value{font-weight:400}
.ranked+.bound>*{border-top:2px solid var(--line)}
.board .bound>*,.types .bound>*{background:var(--panel)}
.overview th:not(.name){min-width:9rem}
.overview thead small{display:block}
.overview .rank{display:inline-block;min-width:4.6rem;font-size:.82rem;color:var(--muted)}
.types td{color:var(--text)}
.types td,.types thead th:not(.name){text-align:center;min-width:3.6rem}
.measures thead th.name{color:var(--text);font-weight:600;font-size:.87rem}
.measures th.name{font-weight:400}
.measures th,.measures td{padding-block:.28rem}
.scroll+.scroll .measures{margin-top:1.25rem}
${Array.from({ length: 11 }, (_, i) => `.tint-${i}{background:rgba(var(--tint),${(i * 0.03).toFixed(3)})}`).join('')}
`

const plots = `
svg{display:block}
.axis text{fill:var(--muted);font:10.5px var(--sans);text-anchor:middle}
.whisker .grid{stroke:var(--line);stroke-width:1}
.whisker .range{stroke:var(--accent);stroke-width:2;fill:none}
.whisker .dot{fill:var(--accent)}
.whisker .hollow{fill:var(--background);stroke:var(--accent);stroke-width:2}
.whisker .bound{fill:none;stroke:var(--muted);stroke-width:1.5}
`

const pairs = `
.pairs td{text-align:center;min-width:4.6rem}
.pairs thead th{text-align:center}
.pairs b,.key b{font-weight:600}
.pairs .ahead,.key .ahead{color:var(--accent)}
.pairs .behind,.key .behind{color:var(--fault)}
.pairs .tied,.pairs .too-few{color:var(--muted)}
.pairs .ahead{background:rgba(var(--tint),.1)}
.pairs .self{background:var(--panel)}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.5rem 0 0;color:var(--muted);font-size:.85rem}
`

const articles = `
.article{border-top:1px solid var(--line)}
.article:last-of-type{border-bottom:1px solid var(--line)}
.article>summary{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1rem;padding:.7rem 0;cursor:pointer;list-style:none}
.article>summary::-webkit-details-marker{display:none}
.article>summary::before{content:"+";color:var(--muted);width:.7rem;font-family:var(--mono)}
.article[open]>summary::before{content:"−"}
.article[open]{padding-bottom:2.5rem}
.article .title{font-weight:600;flex:1 1 14rem}
.article summary .facts{font-size:.85rem}
.article summary time{margin-right:.6rem;font-variant-numeric:tabular-nums}
.legend{margin:1rem 0 1.5rem;font-size:.87rem}
.legend p{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;margin:.5rem 0;align-items:baseline}
.legend b{margin-right:.25rem}
fieldset{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.9rem 0 0;padding:0;border:0}
legend{float:left;color:var(--muted);padding:0;margin-right:1.1rem}
label{display:inline-flex;gap:.35rem;align-items:center}
label.only{margin-left:auto}
input{accent-color:var(--accent);margin:0}
.own{margin-top:.25rem}
`

const lanes = `
.lanes{overflow-x:auto;font-kerning:none;font-variant-ligatures:none;padding-bottom:.4rem}
.lanes p{margin:0;white-space:pre;width:max-content;line-height:1.6}
.lanes p:not(.t){line-height:1.4;visibility:hidden}
.lanes p.l{padding-bottom:.72rem}
.lanes .line{padding-bottom:.6rem}
.lanes .para{margin-top:.9rem}
.lanes i,.lanes b,.lanes p.silent{visibility:visible}
.lanes i{position:sticky;left:0;z-index:1;display:inline-block;width:8.5rem;padding-right:.9rem;background:var(--background);overflow:hidden;
text-overflow:ellipsis;vertical-align:bottom;font-style:normal;font-size:.8rem;line-height:inherit;color:var(--muted);text-align:right}
.lanes p.l i{padding-bottom:.72rem;margin-bottom:-.72rem}
.lanes .t:target{background:rgba(var(--tint),.14)}
.lanes .silent{font-size:.8rem;color:var(--muted)}
.lanes .silent span+span::before{content:", "}
.lanes b,.legend b{position:relative;font-weight:400;color:var(--text);--e:"";
background:color-mix(in srgb,var(--t) 20%,transparent);box-shadow:inset 0 -2px var(--t);border-radius:2px}
.lanes b::after,.lanes u{position:absolute;left:0;top:100%;font:600 .62rem/1 var(--sans);color:var(--muted);text-decoration:none;white-space:nowrap}
.lanes b::after{content:var(--e)}
.lanes .g b::after{content:var(--c)}
.lanes b:is(.c,:has(u))::after{content:none!important}
.lanes u::before{content:var(--e)}
.lanes .fb,.lanes .ft,.lanes .fv,.lanes .fs,.lanes .fm{--k:var(--fault)}
.lanes :is(.fb,.ft,.fv,.fs,.fm)::after,.lanes :is(.fb,.ft,.fv,.fs,.fm) u{color:var(--fault)}
b.fb{--e:"↔"}
b.ft{--e:"≠ " var(--c)}
b.fb.ft{--e:"↔≠ " var(--c)}
b.fv{--e:"≠ "}
b.fb.fv{--e:"↔≠ "}
b.fs{--e:"+ " var(--c)}
.lanes u{--c:""}
b.fm{--e:"− " var(--c)}
.lanes b.fb,.legend b.fb{border-radius:0;box-shadow:inset 0 -2px var(--t),inset 2px 0 var(--fault),inset -2px 0 var(--fault)}
.lanes b.ft,.legend b.ft,.lanes b.fv,.legend b.fv{box-shadow:inset 0 -2px var(--fault)}
.lanes b.fs,.legend b.fs{background:repeating-linear-gradient(135deg,color-mix(in srgb,var(--t) 30%,transparent) 0 3px,transparent 3px 6px);box-shadow:inset 0 -2px var(--fault)}
.lanes b.fm,.legend b.fm{background:none;box-shadow:none;color:var(--muted);outline:1px dashed var(--fault);outline-offset:-1px}
.lanes b.fn,.legend b.fn{background:none;box-shadow:inset 0 -1px var(--line);color:var(--muted)}
body:has(#faults:checked) .lanes p[class^=s] b:not(.fb,.ft,.fv,.fs,.fm){visibility:hidden}
`

const types = Object.entries({
  PER: '#3b7dd8',
  ORG: '#d98e04',
  GPE: '#0a9a73',
  LOC: '#4fb3e0',
  FAC: '#c86a9e',
  NRP: '#8d3b63',
  EVT: '#d0561f',
  LAW: '#8a8a2b',
  PRD: '#3f9e93',
  WRK: '#9a4fb0',
  DAT: '#3b7dd8',
  TIM: '#0a9a73',
  DUR: '#d98e04',
  SET: '#c86a9e',
  OTH: '#7a838d',
})
  .map(([code, color]) => `.${code}{--t:${color};--c:"${code}"}`)
  .join('')

const summaries = `
.claims table{font-size:.9rem}
.claims td,.claims th{vertical-align:top;text-align:left;white-space:normal}
.claims td:nth-child(2){min-width:20rem}
.claims td:nth-child(6){min-width:8rem}
.claims tr:target>*{background:rgba(var(--tint),.12)}
.claims .aside{color:var(--muted)}
.claims td i{display:inline-block;margin-right:.6rem;font-style:normal;white-space:nowrap}
.negated{display:block;color:var(--fault);font-size:.85em}
.claims .predicted{margin-top:.6rem}
.predicted ul{list-style:none;margin:.4rem 0 0;padding:0;font-size:.9rem}
.predicted li{position:relative;padding:.15rem 0 .15rem 1.2rem}
.predicted li::before{position:absolute;left:0;color:var(--fault);font-weight:700;content:"×"}
.predicted .match::before{content:"✓";color:var(--accent)}
.predicted .neutral::before{content:"○";color:var(--muted)}
.predicted .duplicate::before{content:"="}
.predicted .contradiction::before{content:"≠"}
.summaries{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1rem}
.summaries article{border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem}
.summaries .reference{background:var(--panel)}
.summaries .facts{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:.15rem 0 .5rem;font-size:.82rem}
.summaries .facts b{color:var(--text);font-variant-numeric:tabular-nums}
.prose{margin:0;font-size:.92rem;white-space:pre-line;overflow-wrap:anywhere}
`

const paper = `
@media(max-width:40rem){main{padding:0 1rem 4rem}body{font-size:14px}.lanes i{width:5.5rem}h1{font-size:1.5rem}}
@media print{nav,fieldset{display:none}main{max-width:none;padding:0}body{font-size:10pt}section{padding-top:1.5rem}
.article{break-inside:auto}.line,tr{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}
.scroll,.lanes{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`
