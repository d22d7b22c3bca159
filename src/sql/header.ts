/** What an analyst reads first in a script. */
import { DEFAULT_SIZES } from './column-type.js';
import { comment, elementTag } from './comment-text.js';
import { type Coverage, coverageWords } from './coverage.js';
import type { Target } from './targets.js';

const RULE = `-- ${'='.repeat(77)}`;

const CREATES_ONLY = [
  'What it does: creates each table of the standard with its keys and indexes where it',
  'is absent. It may be run again at any time. It drops nothing, deletes nothing, reads',
  'nothing from the CMS and changes no column of a table that exists already.',
];

const REFRESHES = [
  'What it does: creates each table of the standard where it is absent, then fills the',
  'tables anew from the CMS in one transaction: if it fails, what they held before stays.',
  'It may be run again at any time. It drops nothing, writes to no table but those whose',
  'names begin with ssd_, and changes no column of a table that exists already.',
  '',
  'Before you run it: the account may read the tables of the CMS, create tables and write',
  'to them. The settings below say how many years are kept. Rows that lack their key, or',
  'belong to a person outside the extract, are left out; blank texts are missing values.',
];

/** What a script does, and how much of the standard is mapped; null where nobody maps anything. */
export interface Scope {
  readonly loads: boolean;
  readonly coverage: Coverage | null;
}

/** Takes the target, the name of the standard and what the script does. */
export function headerLines(target: Target, standard: string, { loads, coverage }: Scope): readonly string[] {
  const sizes = Object.entries(DEFAULT_SIZES).map(([name, size]) => `${name}(${size})`);
  const said = [
    standard,
    `${loads ? 'Extract' : 'Tables'} for ${target.title}`,
    '',
    'Generated from the specification: do not edit, change the specification instead.',
    '',
    ...(loads ? REFRESHES : CREATES_ONLY),
    ...(coverage === null ? [] : ['', ...coverageLines(coverage)]),
    '',
    'At each column stands the item of the specification that it holds (item_ref).',
    `Sizes taken where the specification gives none: ${sizes.join(', ')}.`,
    'Foreign keys are enforced to ssd_person only; the others are written as comments.',
  ];
  return [...target.dialect.opening, elementTag('header'), RULE, ...said.map((line) => comment(line).trimEnd()), RULE];
}

function coverageLines(coverage: Coverage): string[] {
  const wanted = [...new Map(coverage.wanted.map((parameter) => [parameter.name, parameter.means]))];
  return [
    `Of the standard: ${coverageWords(coverage)}.`,
    ...(wanted.length === 0 ? [] : ['Values that your authority has to give (they stand as NULL /* name */):']),
    ...wanted.map(([name, means]) => `  ${name}: ${means}`),
  ];
}
