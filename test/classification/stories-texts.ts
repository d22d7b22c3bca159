/** Descriptions, guidance, metadata and code sets. */
import { codeSet, metadata, specification } from '../fakes/specification.js';
import { people, type Story, sex, steps } from './build.js';

const LINES = 'The sex of the child.\nAs recorded at birth.';

/** Alike in their letters, and the contrary of each other. */
const OPPOSITES = [
  ['Known', 'Unknown'],
  ['mother', 'father'],
  ['included', 'excluded'],
  ['Female', 'Male'],
] as const;

const texts: Story[] = [
  ...steps('item-description-changed', [
    ['The text is gone, and nothing asks for it.', 'bug, patch', {}, { description: '' }],
    ['A slip in the text is repaired.', 'bug, patch', { description: '#N/A' }, { description: '' }],
    ['The description was missing and is filled in.', 'bug, patch', { description: '' }, {}],
    [
      'The text is cut short: something was lost, as by a broken export.',
      'bug, patch',
      { description: LINES },
      { description: 'The sex of the child.' },
    ],
    [
      'Only letters inside words differ, as in a slip of the pen.',
      'bug, patch',
      { description: 'Sex of the chidl' },
      { description: 'Sex of the child' },
    ],
    [
      'Only letters inside words differ, as in a slip of the pen.',
      'bug, patch',
      { description: 'Sex of the child' },
      { description: 'Sex of the childd' },
    ],
    ...['Known mother of the child', 'Children included in the plan', 'Female carers of the child'].map(
      (description): readonly [string, 'change, patch', object, object] => [
        'The text is rewritten; tables and loads are not concerned.',
        'change, patch',
        { description },
        { description: OPPOSITES.reduce((text, [from, to]) => text.replace(from, to), description) },
      ],
    ),
    [
      'A slip in the text is repaired.',
      'bug, patch',
      { description: 'Sex of\u200B the child' },
      { description: 'What sex the child has' },
    ],
    [
      'The text is rewritten; tables and loads are not concerned.',
      'change, patch',
      {},
      { description: 'What the child says' },
    ],
    [
      'The text is rewritten; tables and loads are not concerned.',
      'change, patch',
      { description: 'Aged 5 to 16' },
      { description: 'Aged 5 to 17' },
    ],
    ['Only white space differs.', 'change, none', { description: 'Sex of  the child' }, {}],
    ['Only letter case or punctuation differs.', 'bug, patch', { description: 'sex of the child.' }, {}],
  ]),
  ...steps('item-guidance-changed', [
    ['Guidance is given where there was none.', 'change, patch', { guidance: '' }, {}],
    [
      'The text is rewritten; tables and loads are not concerned.',
      'change, patch',
      { guidance: 'One. Two. Three.' },
      { guidance: 'Two.' },
    ],
  ]),
  cutInBulk(),
];

/** Five texts that lose their ends at once, though not at a line break. */
function cutInBulk(): Story {
  const items = (guidance: (n: number) => string) =>
    [2, 3, 4, 5, 6].map((n) => sex({ ref: `PERS00${n}A`, name: `pers_${n}`, guidance: guidance(n) }));
  return {
    reason: 'The text is cut short: something was lost, as by a broken export.',
    kind: 'item-guidance-changed',
    type: 'bug',
    weight: 'patch',
    base: people(...items((n) => `Before. Number ${n}. Behind.`)),
    head: people(...items((n) => `Number ${n}.`)),
    itemRef: 'PERS002A',
  };
}

const blocks = steps('item-metadata-changed', [
  ['A person edited a block that only this tool writes.', 'change, none', {}, { metadata: metadata('SSD-9999') }],
]);

const codeSets: Story[] = [
  ...steps('item-code-set-changed', [
    ['The values of the item are told from now on.', 'change, minor', {}, { codeSet: 'sex' }],
    ['The values of the item are no longer told.', 'change, minor', { codeSet: 'sex' }, {}],
    ['The values of the item mean something else.', 'change, major', { codeSet: 'sex' }, { codeSet: 'gender' }],
  ]),
  ...(['patch', 'major'] as const).map((weight): Story => {
    const girls = codeSet('gender', { F: 'Female', M: weight === 'patch' ? 'Male' : 'Man' });
    const [base, head] = [people(sex({ codeSet: 'sex' })), people(sex({ codeSet: 'gender' }))];
    return {
      reason:
        weight === 'patch'
          ? 'The code set is called otherwise; its codes are the same.'
          : 'The values of the item mean something else.',
      kind: 'item-code-set-changed',
      type: 'change',
      weight,
      base: { ...base, codeSets: [codeSet('sex', { M: 'Male', F: 'Female' })] },
      head: { ...head, codeSets: [girls] },
    };
  }),
  ...renamedSet(),
  code('The code F did not exist.', 'code-set-value-added', ['new feature', 'minor'], [{}, { F: 'Female' }]),
  code('Rows that hold F are no longer valid.', 'code-set-value-removed', ['change', 'major'], [{ F: 'Female' }, {}]),
  code(
    'F is described otherwise: rows that hold it may silently mean something else.',
    'code-set-value-redefined',
    ['change', 'major'],
    [{ F: 'Female' }, { F: 'Father' }],
  ),
  code(
    'F is what M was: rows that hold it silently mean something else.',
    'code-set-value-redefined',
    ['change', 'major'],
    [{ F: 'Female' }, { F: 'male' }],
  ),
  code(
    'The code W takes the place of F.',
    'code-set-value-added',
    ['change', 'minor'],
    [{ F: 'Female' }, { W: 'Female' }],
  ),
  code(
    'Rows that hold F are no longer valid; it is W from now on.',
    'code-set-value-removed',
    ['change', 'major'],
    [{ F: 'Female' }, { W: 'Female' }],
  ),
  code('The code W did not exist.', 'code-set-value-added', ['new feature', 'minor'], [{ F: '' }, { W: '' }]),
  code(
    'The description of the code is put right.',
    'code-set-value-redefined',
    ['bug', 'patch'],
    [{ F: '' }, { F: 'Female' }],
  ),
  code(
    'The description of the code is put right.',
    'code-set-value-redefined',
    ['bug', 'patch'],
    [{ F: 'Femlae' }, { F: 'Female' }],
  ),
  code(
    'Only letter case or punctuation differs.',
    'code-set-value-redefined',
    ['bug', 'patch'],
    [{ F: 'female' }, { F: 'Female.' }],
  ),
];

/** A set under another name, with nothing else changed. */
function renamedSet(): Story[] {
  const of = (name: string) => specification([], { codeSets: [codeSet(name, { F: 'Female' })] });
  const story = { type: 'change', weight: 'patch', base: of('sex'), head: of('gender') } as const;
  return [
    { ...story, kind: 'code-set-value-added', reason: 'The code was in the set sex, which had the same codes.' },
    { ...story, kind: 'code-set-value-removed', reason: 'The code is in the set gender, which has the same codes.' },
  ];
}

function code(
  reason: string,
  kind: Story['kind'],
  [type, weight]: readonly [Story['type'], Story['weight']],
  [before, after]: readonly [Record<string, string>, Record<string, string>],
): Story {
  const of = (values: Record<string, string>) =>
    specification([], { codeSets: [codeSet('sex', { M: 'Male', ...values })] });
  return { reason, kind, type, weight, base: of(before), head: of(after) };
}

export const TEXTS: readonly Story[] = [...texts, ...blocks, ...codeSets];
