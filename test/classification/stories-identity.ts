/** Objects and items that come, go, move or are called something else. */
import { object, specification } from '../fakes/specification.js';
import { KEY, people, type Story, sex, steps } from './build.js';

const OLD = object('worker', [
  { ...KEY, ref: 'WORK001A' },
  { ref: 'WORK002A', name: 'work_name' },
]);
const COPY = { ...OLD, name: 'social_worker', file: 'spec/objects/social_worker.yml' };
const COPIED = { ...COPY, items: COPY.items.map((item) => ({ ...item, object: COPY.name, file: COPY.file })) };
const NONE = specification([]);

const objects: Story[] = [
  {
    reason: 'The data object ssd_person did not exist.',
    kind: 'object-added',
    type: 'new feature',
    weight: 'minor',
    base: NONE,
    head: people(),
  },
  {
    reason: 'Its items are those of worker, which is still there.',
    kind: 'object-added',
    type: 'change',
    weight: 'minor',
    base: specification([OLD]),
    head: specification([COPIED, OLD]),
  },
  {
    reason: 'WORK002A also stands in worker: the item is copied, not new.',
    kind: 'item-added',
    type: 'change',
    weight: 'minor',
    base: specification([OLD]),
    head: specification([COPIED, OLD]),
    itemRef: 'WORK002A',
  },
  {
    reason: 'Everything that reads ssd_person loses it.',
    kind: 'object-removed',
    type: 'change',
    weight: 'major',
    base: people(),
    head: NONE,
  },
  {
    reason: 'A copy left behind goes; its items stay in social_worker.',
    kind: 'object-removed',
    type: 'bug',
    weight: 'patch',
    base: specification([COPIED, OLD]),
    head: specification([COPIED]),
  },
  {
    reason: 'A copy left behind goes; WORK002A stays in social_worker.',
    kind: 'item-removed',
    type: 'bug',
    weight: 'patch',
    base: specification([COPIED, OLD]),
    head: specification([COPIED]),
    itemRef: 'WORK002A',
  },
  {
    reason: 'The table worker is called social_worker from now on; what reads it by name breaks.',
    kind: 'object-renamed',
    type: 'change',
    weight: 'major',
    base: specification([OLD]),
    head: specification([COPIED]),
  },
  {
    reason: 'The order of the columns follows; a load without a column list would shift.',
    kind: 'item-order-changed',
    type: 'change',
    weight: 'patch',
    base: specification([object('ssd_person', [KEY, sex()])]),
    head: specification([object('ssd_person', [sex(), KEY])]),
  },
];

const comingAndGoing: Story[] = [
  {
    reason: 'The item did not exist.',
    kind: 'item-added',
    type: 'new feature',
    weight: 'minor',
    base: people(),
    head: people(sex()),
  },
  {
    reason: 'What reads, loads or joins on the item breaks.',
    kind: 'item-removed',
    type: 'change',
    weight: 'major',
    base: people(sex()),
    head: people(),
  },
  {
    reason: 'The item moves from ssd_person to ssd_child; queries on the old table break.',
    kind: 'item-moved',
    type: 'change',
    weight: 'major',
    base: specification([object('ssd_child', []), object('ssd_person', [KEY, sex()])]),
    head: specification([object('ssd_child', [sex()]), object('ssd_person', [KEY])]),
  },
];

const SHARED = { description: 'Row identifier of the table' };
const STAFF = { description: 'Number of the person in the CMS' };

const renames: Story[] = [
  ...steps('item-renamed', [
    [
      'Only the letter case of the name differs; databases read both the same.',
      'bug, patch',
      { name: 'pers_Sex' },
      { name: 'pers_sex' },
    ],
    ['`pers sex` could never be a column.', 'bug, patch', { name: 'pers sex' }, { name: 'pers_sex' }],
    ['What reads the item by its old name breaks.', 'change, major', { name: 'pers_gender' }, { name: 'pers_sex' }],
    [
      'It is not clear that this is still the same item.',
      'undecided, major',
      { name: 'pers_upn', description: 'Pupil number' },
      { name: 'pers_dob', description: 'When born' },
    ],
    [
      'The old name was wrong; what reads it by name breaks all the same.',
      'bug, major',
      { name: 'pers_recieved_date' },
      { name: 'pers_received_date' },
    ],
  ]),
  {
    reason: 'The freed name `pers_sex` is another item now: an old query runs on and silently returns something else.',
    kind: 'item-renamed',
    type: 'change',
    weight: 'major',
    base: people({ ref: 'PERS002A', name: 'pers_sex', ...SHARED }, { ref: 'PERS003A', name: 'pers_staff', ...STAFF }),
    head: people({ ref: 'PERS002A', name: 'pers_row', ...SHARED }, { ref: 'PERS003A', name: 'pers_sex', ...STAFF }),
    itemRef: 'PERS002A',
  },
  {
    reason:
      'The item had this name before: a rename fell back, or is put right again. A steward should say which name is agreed.',
    kind: 'item-renamed',
    type: 'bug',
    weight: 'major',
    base: people(sex({ name: 'pers_gender' })),
    head: people(sex()),
    history: new Map([['PERS002A', ['pers_sex']]]),
  },
];

const WORDS = ['Has someone explained why people worry?', 'Does your story help you to understand?'] as const;

const refs: Story[] = [
  ...(
    [
      ['VOIC002A', 'VOIC003A'],
      ['VOIC003A', 'VOIC004A'],
    ] as const
  ).map(
    ([givenAway, itemRef]): Story => ({
      reason: `Refs are identities: ${givenAway} was given away, which breaks the trace of every entry.`,
      kind: 'item-ref-changed',
      type: 'bug',
      weight: 'major',
      base: people(
        { ref: 'VOIC002A', name: 'voic_worries', description: WORDS[0] },
        { ref: 'VOIC003A', name: 'voic_story', description: WORDS[1] },
      ),
      head: people(
        { ref: 'VOIC002A', name: 'voic_person_id', description: 'Person' },
        { ref: 'VOIC003A', name: 'voic_worries', description: WORDS[0] },
        { ref: 'VOIC004A', name: 'voic_story', description: WORDS[1] },
      ),
      itemRef,
    }),
  ),
  ...steps('item-ref-changed', [
    [
      'PERS0101A was malformed or used twice; PERS011A repairs it.',
      'bug, patch',
      { ref: 'PERS0101A' },
      { ref: 'PERS011A' },
    ],
    [
      'The identity of the item changes; only the change log can link the old ref to the new one.',
      'change, major',
      { ref: 'PERS002A' },
      { ref: 'PERS011A' },
    ],
  ]),
];

export const IDENTITY: readonly Story[] = [...objects, ...comingAndGoing, ...renames, ...refs];
