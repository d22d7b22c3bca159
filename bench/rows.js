// What is measured at one scale: rows of `{name, command, cwd}` on throw-away ground.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enlarge } from './enlarge.js';
import { forget, makeRepository, readTexts, restore, writeBlobs } from './ground.js';
import { writeProtos } from './peer.js';
import { everyItem, fiveItems } from './proposals.js';

/** The clone that is measured. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const SHARED = join(ROOT, '..', 'shared');
const STEWARD = [process.execPath, join(ROOT, 'bin', 'steward')];
const PARSE_YAML = [process.execPath, join(ROOT, 'bench', 'parse-yaml.js')];
/** Parsing alone takes half a minute at x100, and the large change is not wanted there. */
const LARGEST_PARSED = 10;

/** Names that the targets refer to. */
export const FLOOR = 'floor: `node -e 0`';
export const REVIEW = 'review, five items, nothing cached';
export const WARM_REVIEW = 'review, five items, warm cache';
export const LARGE_REVIEW = 'review, the large change, nothing cached';
export const LARGE_PARSE = 'bare `yaml` parse of the large change';
export const BUF = '`buf breaking`, five items, its binary';
export const BUF_COMMAND = "`buf breaking`, five items, npm's command";

/** The normal proposal, five items, on a specification of that scale; its repository is at `folder`. */
export function smallRows(folder, scale, buf) {
  const base = enlarge(readTexts(ROOT, ['spec']), scale);
  const head = fiveItems(base);
  const cwd = makeRepository(folder, base, head);
  const unread = () => forget(cwd);
  const clean = () => restore(cwd);
  const rows = [
    { name: FLOOR, command: [process.execPath, '-e', '0'], cwd },
    { name: REVIEW, command: [...STEWARD, 'review'], cwd, before: unread },
    { name: WARM_REVIEW, command: [...STEWARD, 'review'], cwd },
    { name: 'lint', command: [...STEWARD, 'lint'], cwd },
    { name: 'record, nothing cached', command: [...STEWARD, 'record'], cwd, before: unread, after: clean },
    { name: 'sql', command: [...STEWARD, 'sql'], cwd, after: clean },
  ];
  return [...rows, ...parseRows('bare `yaml` parse of the five-item change', scale, { folder, base, head })].concat(
    buf ? bufRows(buf, writeProtos(`${folder}-protos`, base, head)) : [],
  );
}

/** The largest change, nothing cached, and the parse that it is held against; none above x10. */
export function largeRows(folder, scale, change) {
  if (scale > LARGEST_PARSED) return [];
  const [base, head] = [enlarge(change.base, scale), enlarge(change.head, scale)];
  const cwd = makeRepository(folder, base, head);
  const command = [...STEWARD, 'review', '--head', 'proposal'];
  const rows = [{ name: LARGE_REVIEW, command, cwd, before: () => forget(cwd) }];
  return [...rows, ...parseRows(LARGE_PARSE, scale, { folder, base, head })];
}

function parseRows(name, scale, { folder, base, head }) {
  if (scale > LARGEST_PARSED) return [];
  const blobs = writeBlobs(`${folder}-blobs`, base, head);
  return [{ name, command: [...PARSE_YAML, blobs], cwd: folder }];
}

function bufRows({ binary, command }, cwd) {
  const breaking = ['breaking', 'head', '--against', 'base'];
  return [
    { name: BUF, command: [binary, ...breaking], cwd },
    { name: BUF_COMMAND, command: [command, ...breaking], cwd },
  ];
}

/** The largest recorded refresh; where the recorded versions are missing, a made-up one of its size. */
export function largeChange(folder, say) {
  if (!existsSync(join(SHARED, 'tools', 'replay-repo'))) {
    say('SKIPPED: ../shared is missing, so not the recorded refresh is measured but a made-up one of its size.');
    const specification = readTexts(ROOT, ['spec']);
    return { name: 'made up, 378 changes', base: specification, head: everyItem(specification) };
  }
  execFileSync(join(SHARED, 'tools', 'replay-repo'), [folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [base, head] = ['v21', 'v22'].map((tag) => {
    execFileSync('git', ['-C', folder, 'checkout', '--quiet', tag], { stdio: 'ignore' });
    return readTexts(folder, ['data', 'docs']);
  });
  return { name: 'recorded, v21 to v22, 378 changes', base, head };
}
