/** The style sheet of the sandbox's page: that of the report, and what a pull request needs besides. */
import { HTML_STYLE } from '../../src/report/html-style.js';

/** Sent as `/page.css`. */
export const PAGE_STYLE = `${HTML_STYLE}
body { max-width: 84rem; }
h1.title { font-size: 1.5rem; padding: 0; background: none; border: 0; }
.top { margin-bottom: 1rem; border-bottom: 1px solid var(--line); }
.place { margin: 0; }
ul.bare, ol.timeline, ol.log, ul.annotations, ul.labels, ul.pulls { list-style: none; padding: 0; margin: .5rem 0; }
nav ul.pulls { display: block; margin: .5rem 0; }
ul.pulls li { margin: .25rem 0; }
ul.pulls a { text-decoration: none; color: var(--ink); }
ul.pulls a[aria-current] { font-weight: 600; }
.state { display: inline-block; min-width: 4.25rem; text-align: center; border-radius: 1rem; padding: 0 .6rem;
  font-size: .8rem; font-weight: 600; color: var(--paper); background: var(--faint); }
.state.open { background: var(--fine); } .state.closed { background: var(--mend); } .state.merged { background: #8250df; color: #fff; }
.status { margin: .25rem 0; }
.dot { display: inline-block; width: .7rem; height: .7rem; border-radius: 50%; background: var(--fine); }
.busy .dot { background: var(--decide); animation: pulse 1s infinite alternate; }
@keyframes pulse { to { opacity: .25; } }
@media (prefers-reduced-motion: reduce) { .busy .dot { animation: none; } }
body.gone::before { content: 'The sandbox has stopped.'; display: block; padding: .5rem 1rem; color: var(--mend);
  background: var(--panel); border-left: .4rem solid; }
.notice { padding: .5rem 1rem; background: var(--panel); border-left: .4rem solid var(--fine); border-radius: .25rem; }
.notice.refusal { border-color: var(--mend); }
.desk { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 0 2rem; align-items: start; }
aside { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; scrollbar-width: thin; padding: 0 .5rem 1rem .25rem; }
time { color: var(--faint); font-size: .875em; }
aside section:first-child h2 { margin-top: .5rem; }
.labels { display: flex; flex-wrap: wrap; gap: .35rem; }
.label { display: inline-flex; align-items: center; gap: .35rem; border: 1px solid var(--line); border-radius: 1rem;
  padding: 0 .6rem; font-size: .8rem; background: var(--panel); }
.label svg { width: .7rem; height: .7rem; }
.tag { font-size: .75rem; }
.timeline > li { margin: .75rem 0; }
.timeline .commit, .timeline .event { padding-left: 1rem; border-left: 3px solid var(--line); }
.timeline .commit p, .timeline .event p { margin: .1rem 0; }
.comment { border: 1px solid var(--line); border-radius: .4rem; }
.comment .by { margin: 0; padding: .4rem 1rem; background: var(--panel); border-bottom: 1px solid var(--line);
  border-radius: .4rem .4rem 0 0; }
.comment.bot { border-color: var(--link); }
.comment .prose { padding: .25rem 1rem .75rem; }
.comment.review .by { border-radius: .4rem; } .comment.review .by:not(:last-child) { border-radius: .4rem .4rem 0 0; }
.review form { padding: 0 1rem .5rem; }
.reactions { display: flex; flex-wrap: wrap; gap: .35rem; list-style: none; margin: 0; padding: 0 1rem .75rem; font-size: .8rem; }
.reactions li { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; }
.decisions { padding-left: 1.5rem; } .decisions li { margin: .25rem 0; } .decisions summary { font-weight: 400; }
.commands { display: flex; flex-wrap: wrap; gap: .35rem; } .commands form { margin: 0; }
form.chosen > button { display: none; }
.suggestion form, .suggestion > .faint { padding: 0 1rem .5rem; }
.verified { border: 1px solid var(--fine); color: var(--fine); border-radius: 1rem; padding: 0 .5rem; font-size: .75rem; }
.prose { padding: .5rem 0; font-size: .9375rem; unicode-bidi: isolate; }
.prose h3 { margin-top: 1rem; font-size: 1rem; }
.prose ul { padding-left: 1.25rem; list-style: disc; } .prose li { margin: .25rem 0; }
.prose table { display: block; overflow-x: auto; }
.prose table thead { position: static; width: auto; height: auto; clip-path: none; }
.prose table td:nth-child(n), .prose table th { width: auto; padding: .3rem 1rem .3rem 0; text-align: left; overflow-wrap: normal; }
.prose :not(pre) > code { background: var(--panel); padding: .1em .3em; border-radius: .25rem; }
pre.code { overflow-x: auto; padding: .5rem .75rem; background: var(--panel); border-radius: .25rem; }
.merge { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem 1rem; margin: 1rem 0; }
.ready, .good, .plus, .check.success { color: var(--fine); }
.blocked, .bad, .minus, .check.failure { color: var(--mend); }
.check.running { color: var(--decide); }
.check-page { padding-bottom: 0; }
.annotations li { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--decide); }
.annotations .failure { border-color: var(--mend); } .annotations .notice { border-color: var(--line); background: none; }
form { margin: .35rem 0; }
form.line { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
label { display: block; margin-top: .75rem; font-weight: 600; }
form.line label { margin: 0; }
textarea, input:not([type=hidden]), select { width: 100%; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .6rem; margin: .25rem 0; }
form.line select { width: auto; max-width: 100%; flex: 1; }
textarea.editor { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; font-size: .875rem; white-space: pre;
  overflow-x: auto; }
button { font: inherit; font-weight: 600; color: var(--ink); background: var(--panel); border: 1px solid var(--line);
  border-radius: .4rem; padding: .35rem .8rem; cursor: pointer; min-height: 2.25rem; }
button:hover { border-color: var(--ink); }
button.main { background: var(--fine); border-color: var(--fine); color: var(--paper); }
button.danger { color: var(--mend); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.hint { display: block; color: var(--faint); font-size: .875rem; margin: .1rem 0 .5rem; }
table.register td, table.register th { width: auto; padding: .2rem .5rem .2rem 0; font-size: .875rem; text-align: left; }
table.register thead { position: static; width: auto; height: auto; clip-path: none; }
ol.log { font-size: .8rem; } ol.log li { margin: .2rem 0; } ol.log .write { font-weight: 600; } ol.log .error { color: var(--mend); }
@media (max-width: 60rem) { .desk { display: block; } aside { position: static; max-height: none; padding: 0; } }
@media (max-width: 40rem) {
  table.register, table.register td:nth-child(n) { display: table-cell; padding: .2rem .4rem .2rem 0; }
  table.register { display: table; width: 100%; } table.register tbody { display: table-row-group; } table.register tr { display: table-row; }
  .prose table tr { display: table-row; } .prose table tbody { display: table-row-group; }
  .prose table td:nth-child(n) { display: table-cell; }
  .comment .prose, .comment .by { padding-left: .6rem; padding-right: .6rem; }
  .desk button { width: 100%; }
}
`;
