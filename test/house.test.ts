/** The architecture and the habits of the house, held by a test: see ARCHITECTURE.md for the picture. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface SourceText {
  /** Relative to the root: `src/sql/names.ts`. */
  readonly path: string;
  readonly text: string;
}

function sourcesIn(folder: string): SourceText[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => name.endsWith('.ts')).map((name) => posix.join(folder, name));
  return paths.sort().map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

const SRC = sourcesIn('src');
const ALL = [
  ...SRC,
  ...sourcesIn('sandbox'),
  ...sourcesIn('test').filter(({ path }) => !path.startsWith('test/cases/')),
];

/** The stages in the order of the flow: each may know those before it, none knows one behind it. */
const STAGES = [
  'config',
  'specification',
  'changes',
  'lint',
  'classification',
  'identifiers',
  'records',
  'split',
  'sql',
  'report',
  'approval',
];

/** Contracts that every stage may know: plain data, the one way to fail, and the one way to pause. */
const CONTRACTS = ['errors', 'review', 'plan', 'proof', 'steps'];

/** What makes a flow of the stages, and of the flow what happens to a pull request; as pure as they are. */
const FLOW = [
  'pipeline',
  'load',
  'ports',
  'steps',
  'sql-differences',
  'record-proposal',
  'earlier-names',
  'review',
  'plan',
  'proof',
  'errors',
  'forge',
  'register',
  'reconcile',
  'pull-request',
  'agenda',
];

/** Imports against the order, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'config -> specification': 'the config file is YAML too, and is read by the same guarded reader',
};

/** `src/sql/dialects/postgres.ts` is in `sql`, `src/pipeline.ts` in `pipeline`. */
function partOf(path: string): string {
  const [part = ''] = relative('src', path).split('/');
  return part.replace(/\.ts$/, '');
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly target: string;
}

/** Every import, static or not, with packages by their name. */
function importsOf({ path, text }: SourceText): Import[] {
  return [...text.matchAll(/(?:\bfrom|\bimport\()\s*'([^']+)'/g)].map(([, target = '']) => {
    const inside = target.startsWith('.') ? posix.join(dirname(path), target) : null;
    return { from: path, target, to: inside ? partOf(inside.replace(/\.js$/, '.ts')) : target };
  });
}

/** The text without comments, so that a comment may say what the code must not do. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$/gm, '');
}

const stageFiles = SRC.filter(({ path }) => STAGES.includes(partOf(path)));
const pureFiles = SRC.filter(({ path }) => [...STAGES, ...FLOW].includes(partOf(path)));

function offences(files: readonly SourceText[], found: (file: SourceText) => readonly string[]): string[] {
  return files.flatMap((file) => found(file).map((offence) => `${file.path}: ${offence}`));
}

test('there is something to hold', () => {
  expect(SRC.length).toBeGreaterThan(100);
  expect(new Set(stageFiles.map(({ path }) => partOf(path)))).toEqual(new Set(STAGES));
  expect(importsOf({ path: 'src/sql/a.ts', text: "import x from '../lint/b.js';\nawait import('./c.js');" })).toEqual([
    { from: 'src/sql/a.ts', target: '../lint/b.js', to: 'lint' },
    { from: 'src/sql/a.ts', target: './c.js', to: 'sql' },
  ]);
});

describe('directions', () => {
  test('a stage knows itself, earlier stages and the contracts', () => {
    const wrong = offences(stageFiles, (file) => {
      const own = partOf(file.path);
      const known = [...STAGES.slice(0, STAGES.indexOf(own) + 1), ...CONTRACTS];
      const inside = importsOf(file).filter(({ target }) => target.startsWith('.'));
      const bad = inside.filter(({ to }) => !known.includes(to) && !(`${own} -> ${to}` in EXCEPTIONS));
      return bad.map(({ target }) => `knows ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('stages and flow reach nothing outside: no disk, no network, no door', () => {
    const doors = /^(?:node:|probot|@octokit|@probot|commander)|\/(?:local|github|commands|app|sandbox)\/|\/cli\.js$/;
    const wrong = offences(pureFiles, (file) =>
      importsOf(file).flatMap(({ target }) => (doors.test(target) ? [`imports ${target}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  test('stages and flow read no clock, no chance, no environment and print nothing', () => {
    const impure = /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.|process\.|console\.|globalThis|setTimeout)/g;
    const wrong = offences(pureFiles, ({ text }) => codeOf(text).match(impure) ?? []);
    expect(wrong).toEqual([]);
  });

  test('nobody but the sandbox itself and its door knows the sandbox', () => {
    const outside = SRC.filter(({ path }) => !['sandbox', 'cli', 'commands'].includes(partOf(path)));
    const wrong = offences(outside, (file) =>
      importsOf(file).flatMap(({ to, target }) => (to === 'sandbox' ? [`imports ${target}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  test('the command loads no command before it is called', () => {
    const cli = SRC.find(({ path }) => path === 'src/cli.ts');
    const atOnce = [...(cli?.text ?? '').matchAll(/^import .*'([^']+)';$/gm)].map(([, target]) => target);
    expect(atOnce).toEqual(['node:fs', 'commander', './errors.js']);
  });

  test('an exception is still needed', () => {
    const edges = new Set(SRC.flatMap(importsOf).map(({ from, to }) => `${partOf(from)} -> ${to}`));
    expect(Object.keys(EXCEPTIONS).filter((edge) => !edges.has(edge))).toEqual([]);
  });
});

describe('shape', () => {
  test('no file has more than 300 lines; a test, which may be a long table, has 400', () => {
    const limit = (path: string) => (path.startsWith('src/') ? 300 : 400);
    expect(offences(ALL, ({ path, text }) => (text.split('\n').length > limit(path) + 1 ? ['too long'] : []))).toEqual(
      [],
    );
  });

  test('no function has more than 50 lines', () => {
    expect(offences(SRC, ({ text }) => longFunctions(text))).toEqual([]);
  });

  test('a file is a noun or a verb in kebab-case', () => {
    const names = ALL.map(({ path }) => basename(path));
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?(?:\.test)?\.ts$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(?:utils?|helpers?|common|misc|index)\.ts$/.test(name))).toEqual([]);
  });

  test('no default exports, enums, barrels or promises to do something later', () => {
    const banned =
      /^export default\b(?! async function probotApp\b)|^(?:export )?(?:const )?enum\b|^export \* from|\b(?:TODO|FIXME|XXX)\b/gm;
    expect(offences(SRC, ({ text }) => text.match(banned) ?? [])).toEqual([]);
  });

  test('every exported thing says what it is', () => {
    expect(offences(SRC, undocumented)).toEqual([]);
  });
});

/** Functions and methods by their first line; the formatter gives the closing brace the same indentation. */
function longFunctions(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const match = /^( *)(?:export )?(?:async )?(?:function\*? \w+|(?:static |async )*[*#]?\w+)\(.*|^( *)\): .*\{$/.exec(
      line,
    );
    if (!match || !line.endsWith('{') || /^ *(?:if|for|while|switch|return|describe|test)\b/.test(line)) return [];
    const indent = match[1] ?? match[2] ?? '';
    const end = lines.findIndex((other, at) => at > start && other.startsWith(`${indent}}`));
    return end - start > 50 ? [`line ${start + 1}: ${end - start} lines`] : [];
  });
}

/** Exports without a comment above them. In a file that exports one thing the comment at the top is about it. */
function undocumented({ text }: SourceText): string[] {
  const lines = text.split('\n');
  const exported = lines.flatMap((line, at) => (/^export (?!type \{|\{)/.test(line) ? [at] : []));
  const isAlone = exported.length === 1 && text.startsWith('/**');
  const bare = exported.filter((at) => !isAlone && !lines[at - 1]?.trimEnd().endsWith('*/'));
  return bare.map((at) => `${at + 1}: ${lines[at]}`);
}
