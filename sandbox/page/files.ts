/** The files that a proposal changes: what people wrote, and what the App wrote after them. */
import { htmlText } from '../../src/report/defuse.js';
import type { FileView } from '../state.js';
import { diffHtml } from './markdown.js';

/** Lines of one file that are shown; the rest is counted. */
const MOST_LINES = 600;

const GROUPS: readonly { readonly title: string; readonly has: (path: string) => boolean }[] = [
  { title: 'Specification', has: (path) => path.startsWith('spec/') && !path.endsWith('.csv') },
  { title: 'Records', has: (path) => path.endsWith('.csv') || path === 'CHANGELOG.md' },
  { title: 'SQL', has: (path) => path.startsWith('sql/') },
];

/** All files by group, each folded below its name. */
export function filesHtml(files: readonly FileView[]): string {
  const groupOf = (path: string) => GROUPS.find(({ has }) => has(path))?.title ?? 'Other files';
  const titles = [...GROUPS.map(({ title }) => title), 'Other files'];
  return titles
    .map((title) => ({ title, own: files.filter(({ path }) => groupOf(path) === title) }))
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => `<h3>${title}</h3>\n${own.map(fileHtml).join('\n')}`)
    .join('\n');
}

function fileHtml({ path, status, additions, deletions, patch }: FileView): string {
  const counts = `<span class="plus">+${additions}</span> <span class="minus">−${deletions}</span>`;
  const note = status === 'modified' ? '' : ` <span class="tag">${htmlText(status)}</span>`;
  return `<details data-key="file-${htmlText(path)}">
<summary><code>${htmlText(path)}</code>${note} ${counts}</summary>
${patch === null ? '<p class="faint">Too large to show.</p>' : patchHtml(patch)}</details>`;
}

function patchHtml(patch: string): string {
  const lines = patch.split('\n');
  const left = lines.length - MOST_LINES;
  const more = left > 0 ? `<p class="faint">and ${left} more lines</p>` : '';
  return diffHtml(lines.slice(0, MOST_LINES)) + more;
}
