import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CHANGE_KINDS } from '../../src/changes/change-kinds.js';
import { renderJson } from '../../src/report/render-json.js';
import type { Review } from '../../src/review.js';
import { aChange, aReview } from './build.js';
import { biggestVersion, everywhere, fiveItems, HOSTILE } from './stories.js';

const schema = JSON.parse(readFileSync(new URL('../../schema/review.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

function documentOf(review: Review) {
  return JSON.parse(renderJson(review));
}

function errorsOf(document: unknown): unknown[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the schema', () => {
  it.each([
    ['nothing', aReview()],
    ['the demonstration', fiveItems()],
    ['the biggest version', biggestVersion()],
    ['hostile texts', everywhere(HOSTILE.join(' '))],
    ['a decision', aReview({ changes: [aChange({ kind: 'item-added', decided: { changeType: 'bug', by: 'Olga' } })] })],
  ])('describes a review of %s', (_, review) => {
    expect(errorsOf(documentOf(review))).toEqual([]);
  });

  it('knows every kind of change', () => {
    expect(schema.$defs.change.properties.kind.enum.toSorted()).toEqual(Object.keys(CHANGE_KINDS).sort());
  });

  it('takes nothing that it does not describe, and misses nothing that it does', () => {
    expect(errorsOf({ ...documentOf(aReview()), surprise: 1 })).not.toEqual([]);
    const { verdict: _, ...without } = documentOf(aReview());
    expect(errorsOf(without)).not.toEqual([]);
  });

  it('explains every key', () => {
    const undescribed: string[] = [];
    const walk = (node: Record<string, unknown>, path: string): void => {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'object' || value === null) continue;
        const child = value as Record<string, unknown>;
        const isKey = path.endsWith('/properties') && !('const' in child);
        const trivial = path.endsWith('/was/anyOf/0/properties');
        if (isKey && !trivial && !('description' in child) && !('$ref' in child)) undescribed.push(`${path}/${key}`);
        walk(child, `${path}/${key}`);
      }
    };
    walk(schema, '');
    expect(undescribed).toEqual([]);
  });
});

describe('renderJson', () => {
  it('names its schema and version first', () => {
    expect(Object.entries(documentOf(aReview())).slice(0, 2)).toEqual([
      ['$schema', schema.$id],
      ['version', 1],
    ]);
  });

  it('writes the keys of a change in one order, whatever the order in memory', () => {
    const change = aChange({ kind: 'item-type-changed', before: 'bit', after: 'int' });
    const reversed = Object.fromEntries(Object.entries(change).reverse()) as unknown as typeof change;
    const [one, other] = [aReview({ changes: [change] }), aReview({ changes: [reversed] })];
    expect(renderJson(one)).toBe(renderJson(other));
  });

  it('has everything about a change', () => {
    const change = aChange({ kind: 'item-type-changed', before: 'bit', after: 'int', group: 'g1' });
    const { path: _, source: __, ...expected } = change;
    expect(documentOf(aReview({ changes: [change] })).changes).toEqual([expected]);
  });

  it('keeps what differs in the spreadsheet apart, and counts it', () => {
    const yaml = aChange({ kind: 'item-type-changed' });
    const sheet = aChange({ kind: 'item-size-changed', source: 'spreadsheet', before: 1, after: 2 });
    const groups = [{ id: 'g1', kind: 'item-size-changed' as const, title: 'alike', members: [0, 1] }];
    const document = documentOf(aReview({ changes: [yaml, sheet], groups }));
    expect(document.changes.map(({ kind }: { kind: string }) => kind)).toEqual(['item-type-changed']);
    expect(document.spreadsheetChanges.map(({ kind }: { kind: string }) => kind)).toEqual(['item-size-changed']);
    expect(document.counts).toMatchObject({ changes: 2, structural: 2, documentation: 0, cosmetic: 0 });
    expect(document.groups).toEqual([
      { id: 'g1', kind: 'item-size-changed', title: 'alike', count: 2, refs: ['PERS010A'] },
    ]);
  });

  it('tells null from the other values', () => {
    const change = aChange({ kind: 'item-added', was: null, line: null, column: null, changeId: null });
    expect(documentOf(aReview({ changes: [change] })).changes[0]).toMatchObject({
      was: null,
      line: null,
      changeId: null,
    });
  });

  it.each(HOSTILE)('escapes what cannot be seen and keeps the value of %j', (text) => {
    const json = renderJson(everywhere(text));
    expect(json).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
    expect(JSON.parse(json).questions[0].question).toBe(text);
  });
});
