/** One story for each reason that a judgement can have, and at least one for each kind of change. */
import { readFileSync } from 'node:fs';
import { CHANGE_KINDS } from '../../src/changes/change-kinds.js';
import { judgementOf, type Story } from './build.js';
import { IDENTITY } from './stories-identity.js';
import { LISTS } from './stories-lists.js';
import { SOURCES } from './stories-sources.js';
import { STRUCTURE } from './stories-structure.js';
import { TEXTS } from './stories-texts.js';

const STORIES: Readonly<Record<string, readonly Story[]>> = {
  'judge-identity.ts': IDENTITY,
  'judge-lists.ts': LISTS,
  'judge-source.ts': SOURCES,
  'judge-structure.ts': STRUCTURE,
  'judge-texts.ts': TEXTS,
};

const ALL = Object.values(STORIES).flat();

test('every kind of change is judged in a story', () => {
  expect([...new Set(ALL.map(({ kind }) => kind))].sort()).toEqual(Object.keys(CHANGE_KINDS).sort());
});

describe.each(Object.entries(STORIES))('%s', (file, stories) => {
  const rows = stories.map((story) => [story.kind, story.type, story.weight, story.reason, story] as const);

  test.each(rows)('%s is a %s, %s: %s', (_kind, type, weight, reason, story) => {
    const { changeType, weight: found, reason: given, stated, doubt } = judgementOf(story);
    expect({ changeType, weight: found, reason: given }).toEqual({ changeType: type, weight, reason });
    expect({ stated, doubt }).toEqual({ stated: false, doubt: '' });
  });

  test.each(sentencesOf(file))('a story ends in %j', (sentence) => {
    expect(stories.filter(({ reason }) => patternOf(sentence).test(reason))).not.toEqual([]);
  });
});

/** The sentences of a file: its texts that end in a full stop. */
function sentencesOf(file: string): string[] {
  const url = new URL(`../../src/classification/${file}`, import.meta.url);
  const code = readFileSync(url, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/'(?:[^'\\\n]|\\.)*\.'|`(?:[^`\\]|\\.)*\.`/g)].map(([text]) =>
    text.slice(1, -1).replaceAll('\\`', '`'),
  );
}

/** What is put in between may be anything. */
function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
