/** What the meeting pack adds to the style of the report: pages, votes and a column for a pen. */
export const AGENDA_STYLE = `
.page, .front { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
.front { border: 0; margin: 0; padding: 0; }
h1.front-title { background: none; border: 0; padding: 0; font-size: 1.5rem; }
h2.request { font-size: 1.25rem; margin-top: 0; }
.page h3 { margin: 1rem 0 .25rem; }
ul.lines { margin: .25rem 0; }
ul.lines li { margin: .15rem 0; }
table.grid { width: calc(100% - 2px); }
table.grid th { white-space: nowrap; }
table.grid thead { position: static; width: auto; height: auto; clip-path: none; overflow: visible; display: table-header-group; }
table.grid th { text-align: left; padding: .25rem .75rem .25rem .5rem; border: 1px solid var(--line); background: var(--panel); }
table.grid td, table.grid td:nth-child(n) { border: 1px solid var(--line); padding: .3rem .75rem .3rem .5rem; width: auto; }
table.votes td:last-child { width: 22%; }
pre.command { background: var(--panel); border: 1px solid var(--line); border-radius: .25rem; margin: .35rem 0;
  padding: .4rem .75rem; white-space: pre-wrap; user-select: all; }
@media print, (min-width: 40.01rem) {
  .page table:not(.grid) td:nth-child(1) { width: 12%; }
  .page table:not(.grid) td:nth-child(3) { width: 20%; }
}
@media (max-width: 40rem) {
  table.grid thead { display: none; }
  table.grid td, table.grid td:nth-child(n) { display: block; border: 0; padding: .1rem 0; }
  table.grid tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  table.votes td:last-child { display: none; }
  table.grid td[data-column]::before { content: attr(data-column) ": "; color: var(--faint); }
}
@media print {
  @page { size: A4; margin: 12mm 14mm; }
  :root { font-size: 8.5pt; --line: #777; --panel: #fff; --faint: #222; --link: #000; }
  .page { break-before: page; border: 0; margin: 0; padding: 0; }
  .page h3 { margin: .5rem 0 .15rem; }
  .page p { margin: .25rem 0; }
  .page table:not(.grid) td { padding-top: .1rem; padding-bottom: .1rem; }
  body { line-height: 1.3; }
  .tag, .tag.major { color: #000; border-color: #000; }
  a { text-decoration: none; }
  table.grid td, table.grid th { padding-top: .2rem; padding-bottom: .2rem; }
  table.votes td { height: 1.7rem; }
  p.back { display: none; }
}
`;
