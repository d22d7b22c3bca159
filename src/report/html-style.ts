/** The style sheet of the HTML report: light and dark, for a phone of 360 pixels, a desk and paper. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --faint: #57606a; --line: #d0d7de; --panel: #f6f8fa; --link: #0a58ca;
  --fine: #1a7f37; --decide: #8a5a00; --mend: #b3261e;
  --new: #dafbe1; --new-ink: #0f4d22; --gone: #ffe5e3; --gone-ink: #7d1a14;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e6e9ec; --faint: #a3adb8; --line: #3a424b; --panel: #1d232a; --link: #7cb7ff;
    --fine: #57c46f; --decide: #e3b04b; --mend: #ff8a80;
    --new: #12351f; --new-ink: #a5e8b8; --gone: #451917; --gone-ink: #ffc2bc;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 70rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
summary h3, summary h4 { display: inline; margin: 0; font-size: 1rem; font-weight: 600; }
h4 { font-size: .95rem; font-weight: 600; margin: 1rem 0 .25rem; }
p { margin: .5rem 0; }
a { color: var(--link); }
code, pre { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; font-size: .875em; }
code { unicode-bidi: isolate; white-space: pre-wrap; }
h1 { font-size: 1.15rem; font-weight: 600; margin: 0; padding: .75rem 1rem; background: var(--panel);
  border-left: .4rem solid currentColor; border-radius: .25rem; }
h1 span { color: var(--ink); }
h1.fine { color: var(--fine); } h1.decide { color: var(--decide); } h1.mend { color: var(--mend); }
.faint, .reason, .place { color: var(--faint); font-size: .875rem; }
.reason, .place { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; margin: 1rem 0 0; list-style: none; }
details { border: 1px solid var(--line); border-radius: .25rem; margin: .5rem 0; padding: 0 .75rem; }
summary { cursor: pointer; margin: 0 -.75rem; padding: .5rem .75rem; }
details[open] > summary { border-bottom: 1px solid var(--line); }
ul.lines { padding-left: 1.25rem; } ul.lines li { margin: .35rem 0; } ul.notes { margin: 0; padding-left: 1.25rem; }
table { border-collapse: collapse; width: 100%; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:nth-child(1) { width: 26%; } td:nth-child(3) { width: 24%; }
tr:first-child td { border-top: 1px solid var(--line); }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; margin: 0 .15rem .15rem 0;
  font-size: .8rem; background: var(--panel); white-space: nowrap; }
.tag.major, .tag.error, .tag.undecided { color: var(--mend); border-color: currentColor; }
ins { background: var(--new); color: var(--new-ink); text-decoration: none; }
del { background: var(--gone); color: var(--gone-ink); }
.sides { margin: .25rem 0 1rem; border: 1px solid var(--line); border-radius: .25rem; background: var(--panel); }
.run { display: grid; grid-template-columns: 1fr 1fr; }
.run > :first-child { border-right: 1px solid var(--line); }
.run pre { margin: 0; line-height: 1.4; white-space: pre-wrap; font-size: .8125rem; }
.run span { display: block; padding: 0 .5rem; min-height: 1.4em; }
.run pre span { padding-left: 2.5em; text-indent: -2em; }
.run .new { background: var(--new); color: var(--new-ink); }
.run .gone { background: var(--gone); color: var(--gone-ink); }
.at span { color: var(--faint); font-size: .8125rem; border-bottom: 1px solid var(--line); }
@media (max-width: 40rem) {
  body { padding: .75rem; }
  table, tbody, tr, td, td:nth-child(n) { display: block; width: auto; }
  td, tr:first-child td { border: 0; padding: .1rem 0; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .run { display: block; }
  .run > :first-child { border-right: 0; }
  .run .copy, .run .none { display: none; }
}
@media print {
  :root { font-size: 10pt; color-scheme: light; --paper: #fff; --ink: #000; --faint: #444; --line: #bbb; --panel: #f4f4f4;
    --new: #dafbe1; --new-ink: #0f4d22; --gone: #ffe5e3; --gone-ink: #7d1a14;
    --fine: #1a7f37; --decide: #8a5a00; --mend: #b3261e; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; opacity: 1; }
  details { border: 0; padding: 0; }
  summary { list-style: none; margin: 0; padding: .25rem 0; }
  h2, h3, h4, summary { break-after: avoid; break-inside: avoid; }
  tr, li { break-inside: avoid; }
  .run pre { font-size: 7.5pt; }
  .run pre span, .at { break-inside: avoid; }
  .at { break-after: avoid; }
  ins, del, .tag, h1, .run span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
