/** Rules on what people read: descriptions and guidance. */
import type { DataItem } from '../specification/model.js';
import { misspellings } from './misspellings.js';
import { at, atItem, type Fault, type Rule } from './rule.js';
import { codePoint, HIDDEN_CHARACTER, shown } from './shown.js';

const TEXTS = ['description', 'guidance'] as const;

/** What exports leave in texts; each pattern with what it is. */
const BROKEN: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\s*(?:0|nan|none|null|undefined|n\/a)\s*$/i, 'a blank turned into a word'],
  [/#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/, 'an error of a spreadsheet'],
  [/_x[0-9A-F]{4}_/, 'an escape of a spreadsheet'],
  [/&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]+|#x[0-9A-Fa-f]+);/, 'an HTML entity'],
  [/â€|Ã[\u0080-\u00BF]|Â[\u0080-\u00BF]|\uFFFD/, 'letters read in the wrong encoding'],
  [/^\s*[[{]\s*['"]/, 'a list of a program in place of a sentence'],
];

/** One pattern that any of them needs to match, so that sound texts are passed over once. */
const SUSPECT = new RegExp(BROKEN.map(([pattern]) => pattern.source).join('|'), 'i');

export const TEXT_RULES: readonly Rule[] = [
  {
    id: 'missing-description',
    alone: true,
    severity: 'warning',
    checks: 'every item has a description',
    why: 'nobody can know what to record',
    *run({ items }) {
      for (const item of items) if (item.description.trim() === '') yield absent(item, 'description');
    },
  },
  {
    id: 'missing-guidance',
    alone: true,
    severity: 'info',
    checks: 'every item has guidance',
    why: 'local authorities fill the item each in their own way',
    *run({ items }) {
      for (const item of items) if (item.guidance.trim() === '') yield absent(item, 'guidance');
    },
  },
  {
    id: 'text-broken',
    alone: true,
    severity: 'warning',
    checks: 'texts hold no leftovers of an export',
    why: 'readers meet "nan" or "#N/A" where a sentence was',
    *run({ items }) {
      for (const [item, key] of everyText(items)) yield* broken(item, key);
    },
  },
  {
    id: 'text-hidden-character',
    alone: true,
    severity: 'warning',
    checks: 'texts and codes hold no control, bidirectional or zero-width characters',
    why: 'what a reviewer sees is not what is written',
    *run({ items, specification }) {
      for (const [item, key] of everyText(items)) {
        const found = HIDDEN_CHARACTER.exec(item[key]);
        if (found) yield atItem(item, key, hidden(`the ${key} of ${shown(item.name)}`, key, found[0]));
      }
      for (const codeSet of specification.codeSets) {
        for (const code of codeSet.values) {
          const found = HIDDEN_CHARACTER.exec(`${code.value}${code.description}`);
          if (found) yield at(code, [], hidden(`a code of ${shown(codeSet.name)}`, codeSet.name, found[0]));
        }
      }
    },
  },
  {
    id: 'text-misspelt',
    alone: true,
    severity: 'info',
    checks: 'no known misspelling in a text',
    why: 'the standard is quoted, and so are its slips',
    *run({ items }) {
      for (const [item, key] of everyText(items)) {
        for (const { found, right } of misspellings(item[key])) {
          const message = `${shown(found)} in the ${key} of ${shown(item.name)} is misspelt`;
          yield atItem(item, key, { value: `${key} ${found}`, message, expected: right });
        }
      }
    },
  },
];

function absent(item: DataItem, key: string): Fault {
  return atItem(item, key, { message: `${shown(item.name)} has no ${key}`, expected: `a ${key} in plain words` });
}

function* everyText(items: readonly DataItem[]): Generator<readonly [DataItem, (typeof TEXTS)[number]]> {
  for (const item of items) for (const key of TEXTS) if (item[key] !== '') yield [item, key];
}

function* broken(item: DataItem, key: (typeof TEXTS)[number]): Generator<Fault> {
  const text = item[key];
  if (!SUSPECT.test(text)) return;
  for (const [pattern, what] of BROKEN) {
    const found = pattern.exec(text)?.[0].trim();
    if (found === undefined) continue;
    const message = `the ${key} of ${shown(item.name)} holds ${shown(found)}, ${what}`;
    yield atItem(item, key, { value: `${key} ${found}`, message, expected: 'the sentence that was meant' });
  }
}

function hidden(place: string, value: string, character: string) {
  const found = codePoint(character);
  return {
    value: `${value} ${found}`,
    message: `${place} holds the invisible character ${found}`,
    expected: 'it removed',
  };
}
