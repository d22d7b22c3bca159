/** How a pull request stands, as lines for a terminal: what its participants see, without the page. */
import { terminalText } from '../src/report/defuse.js';
import type { CheckView, CommentEntry, PullView, SandboxState, TimelineEntry } from './state.js';

/** Lines of the comment that are shown. */
const FIRST_LINES = 2;

/** The pull request of the state, as text; only what is the same in every run. */
export function outcomeText({ pull, register }: Pick<SandboxState, 'pull' | 'register'>): string {
  if (!pull) return 'There is no such pull request.\n';
  const comment = ownComment(pull);
  const { number, title, author, headLabel, baseBranch, state } = pull;
  const rows = register.map(({ identifier, subject, state: standing, changeRequest }) => {
    return `${identifier} ${subject.itemRef || subject.object || subject.codeSet} ${standing} for ${changeRequest}`;
  });
  const head = [
    `#${number} ${title}`,
    `${state}, ${author} ${state === 'open' ? 'wants' : 'wanted'} to merge ${headLabel} into ${baseBranch}`,
  ];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Comment', firstLines(comment)],
    ['Checks', pull.checks.map(checkText)],
    ['Merge', [pull.obstacle ?? 'GitHub would merge it.']],
    ['Labels', pull.labels.length > 0 ? [pull.labels.map(({ name }) => name).join(', ')] : ['none']],
    ['Commits', pull.timeline.flatMap(commitText)],
    ['Register', rows.length > 0 ? rows : ['no identifier is given yet']],
    ['Files changed', pull.files.map(({ path, additions, deletions }) => `${path} +${additions} -${deletions}`)],
    ['SQL', sqlLines(comment)],
  ];
  const body = sections.map(([name, lines]) => `${name}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  return `${head.join('\n')}\n\n${body.join('')}`.split('\n').map(terminalText).join('\n');
}

/** The App's own comment, `''` where there is none. */
function ownComment({ timeline }: PullView): string {
  const own = timeline.find((entry): entry is CommentEntry => entry.kind === 'comment' && entry.author.isBot);
  return own?.body ?? '';
}

function firstLines(comment: string): string[] {
  const lines = comment.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('<!--'));
  return lines.length === 0 ? ['none'] : lines.slice(0, FIRST_LINES).map(plain);
}

/** The folded lines of the section about SQL: one a target. */
function sqlLines(comment: string): string[] {
  const [, section = ''] = /^### SQL\n([\s\S]*?)(?=^### |(?![\s\S]))/m.exec(comment) ?? [];
  const lines = section.split('\n').filter((line) => line.startsWith('<details><summary>'));
  return lines.length === 0 ? ['unchanged'] : lines.map(plain);
}

/** Markdown of one line without its marks. */
function plain(markdown: string): string {
  return markdown
    .replace(/<\/?[a-z]+>|\*\*|~~|`|\u200b/g, '')
    .replace(/\\(?=[^\s\p{L}\p{N}])/gu, '')
    .trim();
}

function checkText({ name, conclusion, title }: CheckView): string {
  return `${name}: ${conclusion ?? 'running'} (${title})`;
}

function commitText(entry: TimelineEntry): string[] {
  if (entry.kind !== 'commit') return [];
  const { id, author, message, isVerified } = entry;
  return [`${id.slice(0, 7)} ${author.login}${isVerified ? ', verified' : ''}: ${message.split('\n')[0]}`];
}
