/** What an analyst reads first in a script. */
import { DEFAULT_SIZES } from './column-type.js';
import { comment, elementTag } from './comment-text.js';
import { type Coverage, coverageWords } from './coverage.js';
import type { LoadedScope } from './loaded-scope.js';
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
  'It may be run again at any time. It drops no table, writes to none but those whose',
  'names begin with ssd_, and changes no column of a table that exists already. A table',
  'that it does not fill keeps its rows, and loses the foreign key to ssd_person.',
  '',
  'Before you run it: the account may read the tables of the CMS, create tables and write',
  'to them. Rows that lack their key, or belong to a person outside the extract, are left',
  'out; blank texts are missing values.',
];

/** What a script does, and how much of the standard is mapped; null where nobody maps anything. */
export interface Scope {
  /** What is loaded, or null where the script only creates tables. */
  readonly loaded: LoadedScope | null;
  readonly coverage: Coverage | null;
}

/** Takes the target, the name of the standard and what the script does. */
export function headerLines(target: Target, standard: string, { loaded, coverage }: Scope): readonly string[] {
  const sizes = Object.entries(DEFAULT_SIZES).map(([name, size]) => `${name}(${size})`);
  const said = [
    standard,
    `${loaded ? 'Extract' : 'Tables'} for ${target.title}`,
    '',
    'Generated from the specification: do not edit, change the specification instead.',
    '',
    ...(loaded ? [...REFRESHES, '', ...loadedLines(loaded)] : CREATES_ONLY),
    ...(coverage === null ? [] : ['', ...coverageLines(coverage)]),
    '',
    'At each column stands the item of the specification that it holds (item_ref).',
    `Sizes taken where the specification gives none: ${sizes.join(', ')}.`,
    'Foreign keys are enforced to ssd_person only; the others are written as comments.',
  ];
  return [...target.dialect.opening, elementTag('header'), RULE, ...said.map((line) => comment(line).trimEnd()), RULE];
}

/** Who and what is in the extract: an analyst has to know before the tables go anywhere. */
function loadedLines({ cohort, fills, byYears }: LoadedScope): string[] {
  const persons =
    cohort.length > 0
      ? `Who is in it: persons for whom at least one of these is found: ${cohort.join(', ')}.`
      : 'Who is in it: EVERYBODY in the CMS whom the load of ssd_person does not leave out, adults too. No rule is ' +
        'known that tells children and their families from others: look at ssd_person before anything is passed on.';
  const years =
    byYears === 0
      ? 'How far back: no table is cut by years. All that the CMS holds is loaded, whatever the setting below says.'
      : `How far back: ${byYears} of the ${fills} tables that are filled keep the years of the settings below, the ` +
        'others all that the CMS holds of these persons.';
  return [...wrapped(persons), ...wrapped(years)];
}

/** Lines that a terminal shows whole. */
function wrapped(text: string): string[] {
  return text.match(/.{1,86}(?: |$)/g)?.map((line) => line.trimEnd()) ?? [];
}

function coverageLines(coverage: Coverage): string[] {
  const wanted = [...new Map(coverage.wanted.map((parameter) => [parameter.name, parameter.means]))];
  return [
    `Of the standard: ${coverageWords(coverage)}.`,
    ...(wanted.length === 0 ? [] : ['Values that your authority has to give (they stand as NULL /* name */):']),
    ...wanted.map(([name, means]) => `  ${name}: ${means}`),
  ];
}
