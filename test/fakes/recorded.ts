/** The recorded versions of the real specification in the layout of its repository, reviewed without git. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from '../../src/changes/change.js';
import type { Config } from '../../src/config/config.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import type { Side } from '../../src/load.js';
import { bundledFiles } from '../../src/local/bundled.js';
import { type ReviewResult, reviewProposal } from '../../src/pipeline.js';
import { earlierNames } from '../../src/specification/earlier-names.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { readVocabulary } from '../../src/specification/read-vocabulary.js';
import type { SourceFile } from '../../src/specification/source-file.js';
import { sha256 } from './hash.js';
import { shared } from './shared.js';

const VERSIONS = ['upstream', 'versions'];

/** SQL has tests of its own; without targets a review is quick. */
export const CONFIG: Config = { ...defaultConfig(LAYOUTS.at(-1) ?? LAYOUTS[0]), targets: [] };

export const VOCABULARY = readVocabulary('spec/vocabulary.yml', bundledFiles().vocabulary);

/** Numbers of the versions that are recorded, oldest first. */
export function versionNumbers(): string[] {
  return folders().map((name) => name.slice(0, 2));
}

function folders(): string[] {
  return readdirSync(shared(...VERSIONS)).sort();
}

const sides = new Map<string, Side>();

/** One recorded version, read once. */
export function recordedVersion(number: string): Side {
  const known = sides.get(number);
  if (known) return known;
  const files = filesOf(number);
  const side: Side = {
    revision: { name: `v${number}`, commit: '' },
    specification: readSpecification(files, CONFIG.layout),
    files: new Map(files.map((file) => [file.path, file])),
  };
  sides.set(number, side);
  return side;
}

function filesOf(number: string): SourceFile[] {
  const folder = folders().find((name) => name.startsWith(`${number}_`));
  if (!folder) throw new Error(`version ${number} is not recorded`);
  const read = (path: string, ...steps: string[]) => ({ path, oid: '', bytes: bytesOf(folder, ...steps) });
  const objects = readdirSync(shared(...VERSIONS, folder, 'objects'));
  const { objects: place, changeLog, changelogMd, spreadsheet } = CONFIG.layout;
  const beside = [changeLog, changelogMd, spreadsheet].filter((path) => exists(folder, nameOf(path)));
  return [
    ...objects.map((name) => read(join(place, name), 'objects', name)),
    ...beside.map((path) => read(path, nameOf(path))),
  ];
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function exists(...steps: string[]): boolean {
  return statSync(shared(...VERSIONS, ...steps), { throwIfNoEntry: false }) !== undefined;
}

function bytesOf(...steps: string[]): Uint8Array {
  return new Uint8Array(readFileSync(shared(...VERSIONS, ...steps)));
}

const reviews = new Map<string, Promise<ReviewResult>>();

/** The review of a pair such as `21-22`, made once. */
export function recordedReview(pair: string): Promise<ReviewResult> {
  const known = reviews.get(pair) ?? review(pair);
  reviews.set(pair, known);
  return known;
}

function review(pair: string): Promise<ReviewResult> {
  const [base = '', head = ''] = pair.split('-');
  return reviewProposal({
    base: recordedVersion(base),
    head: recordedVersion(head),
    config: CONFIG,
    vocabulary: VOCABULARY,
    surroundings: { consumers: [], localAuthorities: [] },
    changeRequest: `pair ${pair}`,
    statements: [],
    reserved: [],
    hash: sha256,
    earlierNames: async (comparison) => namesBefore(base, comparison),
  });
}

/** What the file of a renamed item said in the versions before the base, newest first, as the history of git does. */
function namesBefore(base: string, { changes }: Comparison) {
  const renamed = changes.filter(({ kind, class: own }) => kind === 'item-renamed' && own !== 'cosmetic');
  const paths = [...new Set(renamed.map(({ file }) => file))];
  const earlier = versionNumbers().filter((number) => number < base);
  const texts = earlier
    .reverse()
    .flatMap((number) => paths.flatMap((path) => recordedVersion(number).files.get(path) ?? []))
    .map(({ bytes }) => new TextDecoder().decode(bytes));
  return earlierNames(texts, new Set(renamed.map(({ itemRef }) => itemRef)));
}
