/** What the statements of a proposal are proved by: which are tried, what is said of them, and what stops a merge. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StewardError } from '../../src/errors.js';
import { sha256 } from '../../src/local/review-local.js';
import { outlineOf } from '../../src/report/outline.js';
import { plain } from '../../src/report/phrase.js';
import { renderJson } from '../../src/report/render-json.js';
import type { Review } from '../../src/review.js';
import type { Engine } from '../../src/verify/engine.js';
import { type Answers, EvidenceCache } from '../../src/verify/evidence-cache.js';
import { refused } from '../../src/verify/refused.js';
import { proveReview, questionOf, unproved } from '../../src/verify/review-evidence.js';
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

const late = new StewardError({ code: 'no-answer', place: '', found: 'too late', expected: 'an answer' });

function engine(run: (text: string) => Promise<void>, version: string | null = '1.0'): Engine {
  const session = { run, close: async () => undefined };
  return { name: 'trial', database: 'oracle', tier: 'parsed', version: async () => version, open: async () => session };
}

interface Wish {
  readonly answers?: Answers;
  readonly objects?: readonly string[];
}

/** Knows nothing, and remembers nothing. */
const NONE: Answers = { get: () => undefined, set: () => undefined };

async function proved(own: Engine, { answers = NONE, objects = ['ssd_x'] }: Wish = {}): Promise<Review> {
  const changed: Review = review({ sql: [{ ...diff, objects: objects.map((name) => ({ object: name, hunks: [] })) }] });
  const question = questionOf(changed, head);
  if (question === null) throw new Error('SQL changes, and nothing is asked of it');
  const evidence = await proveReview(question, { tiers: ['parsed'], engines: [own], answers, hash: sha256 });
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

test('where no SQL changes nothing is asked', () => {
  expect(questionOf(review({ sql: [] }), head)).toBeNull();
  expect(questionOf(review({ sql: [{ ...diff, objects: [] }] }), head)).toBeNull();
});

test('what was asked in vain is not asked again as long as the answers are kept, and stands in no file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-answers-'));
  const objects = ['ssd_x', 'ssd_person'];
  const asked: string[] = [];
  const isPerson = (text: string) => text.includes('ssd_person');
  const slow = engine(async (text) => {
    asked.push(text);
    if (isPerson(text)) throw late;
  });
  const outcomes = ({ evidence }: Review) => new Set(evidence?.proofs.map((one) => `${one.object} ${one.outcome}`));
  try {
    const answers = await EvidenceCache.open(join(folder, 'evidence.json'));
    const first = await proved(slow, { answers, objects });
    expect(outcomes(first)).toEqual(new Set(['ssd_x passed', 'ssd_person not run here']));
    expect(asked.some(isPerson)).toBe(true);
    asked.splice(0);
    expect(await proved(slow, { answers, objects })).toEqual(first);
    expect(asked).toEqual([]);
    await answers.save();
    const kept = await EvidenceCache.open(join(folder, 'evidence.json'));
    const quick = engine(async (text) => void asked.push(text));
    const later = await proved(quick, { answers: kept, objects });
    expect(outcomes(later)).toEqual(new Set(['ssd_x passed', 'ssd_person passed']));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(isPerson)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what the thread of a proposal could not try is said of each object, and refuses nothing', () => {
  const question = questionOf(review({ sql: [diff] }), head);
  const evidence = question && unproved(question, ['executed', 'parsed'], 'the thread ended');
  expect(evidence?.proofs).toMatchObject([
    { target: 'azeus.oracle', object: 'ssd_x', outcome: 'not run here', said: 'the thread ended', version: null },
  ]);
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
      throw late;
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
