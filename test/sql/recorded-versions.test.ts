/** The scripts of every recorded version, and what changes between neighbours. Skipped where the record is not there. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from '../../src/config/config.js';
import type { Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { diffTargets } from '../../src/sql/diff-targets.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { TARGETS } from '../../src/sql/targets.js';
import { config } from './build.js';

const RECORD = '../shared/upstream/versions';
const recorded = existsSync(RECORD);
if (!recorded) console.warn(`skipped: there is no ${RECORD}`);
const versions = recorded ? readdirSync(RECORD).sort() : [];

function read(version: string): Specification {
  const layout: Layout = { ...config.layout, objects: 'objects', relationships: 'objects/relationships.yml' };
  const files = readdirSync(join(RECORD, version, 'objects')).map((file) => {
    const path = join('objects', file);
    return { path, oid: '', bytes: new Uint8Array(readFileSync(join(RECORD, version, path))) };
  });
  return readSpecification(files, layout);
}

const specifications = new Map(versions.map((version) => [version.slice(0, 2), read(version)]));

function specificationOf(version: string): Specification {
  const found = specifications.get(version);
  if (found === undefined) throw new Error(`version ${version} is not recorded`);
  return found;
}

function diffOf(base: string, head: string) {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const options = { targets: TARGETS, config, causes: () => [], hash };
  return diffTargets(specificationOf(base), specificationOf(head), options);
}

const onRecord = recorded ? describe : describe.skip;

onRecord.each(TARGETS)('$name, every recorded version', (target) => {
  test.each([...specifications.keys()])('%s: every item has its column, or a problem says why not', (version) => {
    const { text, problems } = renderTarget(specificationOf(version), target, config);
    const columns = text.match(/-- metadata=/g)?.length ?? 0;
    const lost = problems.filter(({ message }) => message.startsWith('No column')).length;
    expect(columns + lost).toBe(specificationOf(version).objects.flatMap(({ items }) => items).length);
  });

  test.each([...specifications.keys()])('%s: only tables of ours are created', (version) => {
    const { text } = renderTarget(specificationOf(version), target, config);
    const created = [...text.matchAll(/^'?CREATE TABLE (?:IF NOT EXISTS )?(\S+)/gm)].map(([, name = '']) => name);
    const ours = specificationOf(version).objects.filter(({ name }) => name.startsWith('ssd_'));
    expect(created.sort()).toEqual(ours.map(({ name }) => name).sort());
  });
});

onRecord('between recorded versions', () => {
  const told: readonly [base: string, head: string, summary: string][] = [
    ['02', '03', 'no SQL change'],
    // Its name has no ssd_ before it: no script ever made that table.
    ['05', '06', '1 table, order or comments only'],
    ['20', '21', '2 tables, +2 columns'],
    ['25', '26', '2 tables, 1 column renamed, 1 type changed'],
  ];

  test.each(told)('%s to %s: the summary says what a person would', (base, head, summary) => {
    expect(diffOf(base, head).map((target) => target.summary)).toEqual(TARGETS.map(() => summary));
  });

  test('every hunk has a cause', () => {
    const names = [...specifications.keys()];
    const diffs = names.slice(1).flatMap((head, index) => diffOf(names[index] ?? '', head));
    const hunks = diffs.flatMap(({ objects }) => objects).flatMap((one) => one.hunks);
    expect(hunks.length).toBeGreaterThan(500);
    expect(hunks.filter(({ causes }) => causes.length === 0)).toEqual([]);
  });
});

if (!recorded) test.skip(`there is no ${RECORD}`, () => undefined);
