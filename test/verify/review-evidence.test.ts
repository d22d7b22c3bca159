/** What the statements of a proposal are proved by: which are tried, what is said of them, and what stops a merge. */

import { StewardError } from '../../src/errors.js';
import { sha256 } from '../../src/local/review-local.js';
import { outlineOf } from '../../src/report/outline.js';
import { plain } from '../../src/report/phrase.js';
import { renderJson } from '../../src/report/render-json.js';
import type { Review } from '../../src/review.js';
import type { Engine } from '../../src/verify/engine.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { refused } from '../../src/verify/refused.js';
import { proveReview } from '../../src/verify/review-evidence.js';
import { aReview as review } from '../report/build.js';
import { object, specification } from '../sql/build.js';

const key = { name: 'pers_person_id', ref: 'PERS001A', primaryKey: true };
const head = specification(object('ssd_person', [key]), object('ssd_x', [{ name: 'x', ref: 'X1' }]));
const diff = {
  ...{
    target: 'azeus.oracle',
    file: 'sql/azeus.oracle.sql',
    summary: '',
    added: 1,
    removed: 0,
    rerun: true,
    migration: { safety: 'none', steps: [] } as const,
    byHand: [],
    subjects: [],
    digest: 'd',
  },
  objects: [{ object: 'ssd_x', hunks: [] }],
};

function engine(run: (text: string) => Promise<void>, version: string | null = '1.0'): Engine {
  const session = { run, close: async () => undefined };
  return { name: 'trial', database: 'oracle', tier: 'parsed', version: async () => version, open: async () => session };
}

async function proved(own: Engine): Promise<Review> {
  const changed: Review = review({ sql: [diff] });
  const trial = { tiers: ['parsed'] as const, engines: [own], answers: new Map<string, Answer>(), hash: sha256 };
  const evidence = await proveReview(changed, head, trial);
  if (evidence === null) throw new Error('SQL changes, and nothing is said of it');
  return { ...changed, evidence };
}

test('only statements of changed objects are tried', async () => {
  const texts: string[] = [];
  const { evidence } = await proved(engine(async (text) => void texts.push(text)));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.every((text) => text.includes('ssd_x'))).toBe(true);
  expect(new Set(evidence?.proofs.map(({ object: name, outcome }) => `${name} ${outcome}`))).toEqual(
    new Set(['ssd_x passed']),
  );
});

test('where no SQL changes nothing is tried', async () => {
  const trial = { tiers: ['parsed'] as const, engines: [], answers: new Map<string, Answer>(), hash: sha256 };
  expect(await proveReview(review({ sql: [] }), head, trial)).toBeNull();
});

test('a refused statement stands open with the words of the engine', async () => {
  const said = await proved(
    engine(async () => {
      throw refused('trial', 'a comma is missing');
    }),
  );
  const section = outlineOf(said).sections.find(({ id }) => id === 'evidence');
  expect(section?.parts[0]?.folded).toBe(false);
  expect(plain(section?.parts[0]?.lines[0]?.sentence ?? [])).toContain('trial says: a comma is missing');
});

test.each([
  ['is absent', engine(async () => undefined, null)],
  [
    'is out of time',
    engine(async () => {
      throw new StewardError({ code: 'no-answer', place: '', found: 'nothing', expected: 'an answer' });
    }),
  ],
])('an engine that %s proves nothing and refuses nothing', async (_, own) => {
  const { evidence } = await proved(own);
  expect(new Set(evidence?.proofs.map(({ outcome }) => outcome))).toEqual(new Set(['not run here']));
});

test('JSON has the proofs, and what none of them shows', async () => {
  const { evidence } = JSON.parse(renderJson(await proved(engine(async () => undefined))));
  expect(evidence.tiers).toEqual(['parsed']);
  expect(evidence.freeSql).toBe(0);
  expect(evidence.notVerified.length).toBeGreaterThan(3);
  expect(evidence.proofs[0]).toMatchObject({ tier: 'parsed', engine: 'trial', version: '1.0', outcome: 'passed' });
});
