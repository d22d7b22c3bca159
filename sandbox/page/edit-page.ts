/** The editor: one file of a proposal in a text area, as GitHub's own web editor has it. */
import { htmlText } from '../../src/report/defuse.js';
import { form } from './forms.js';
import { renderDocument } from './page.js';

/** What is edited. */
export interface Editing {
  readonly repository: string;
  readonly pull: number;
  /** Every file that can be chosen. */
  readonly paths: readonly string[];
  readonly path: string;
  readonly text: string;
}

/** The editor of somebody. */
export interface EditorOptions extends Editing {
  /** Login of whom the commit is pushed as. */
  readonly who: string;
}

/** The page; choosing another file asks for it again. */
export function renderEditor({ repository, pull, paths, path, text, who }: EditorOptions): string {
  const options = paths.map((one) => `<option${one === path ? ' selected' : ''}>${htmlText(one)}</option>`);
  return renderDocument(
    `Edit ${path}`,
    `<body>
<p><a href="/${repository}/pull/${pull}">Back to #${pull}</a></p>
<h1 class="title">Edit a file of #${pull}</h1>
<form method="get" action="/edit" class="line"><input type="hidden" name="pull" value="${pull}">
<label for="path">File</label> <select id="path" name="path">${options.join('')}</select> <button>Open</button></form>
${form('edit', { pull: String(pull), path, who }, editorFields({ path, text }))}
</body>`,
  );
}

function editorFields({ path, text }: Pick<Editing, 'path' | 'text'>): string {
  return `<label for="text">${htmlText(path)}</label>
<textarea id="text" name="text" class="editor" rows="30" spellcheck="false">\n${escaped(text)}</textarea>
<label for="message">Commit message</label>
<input id="message" name="message" value="Update ${htmlText(path)}" maxlength="200" required>
<button class="main">Commit to the proposal</button>`;
}

/** The text exactly as it is: what is sent back must be the file. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
