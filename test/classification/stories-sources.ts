/** Mappings: where a CMS keeps the items, and which rows are read. */
import type { DataItem } from '../../src/specification/model.js';
import { readTexts } from '../changes/build.js';
import { people, type Story, sex } from './build.js';

interface Told {
  readonly verdict: `${Story['type']}, patch` | 'bug, none';
  readonly reason: string;
  readonly mappings: readonly [before: string, after: string];
  /** What else becomes of the item. */
  readonly item?: Partial<DataItem>;
  readonly faults?: Story['faults'];
}

function story(kind: Story['kind'], { verdict, reason, mappings: [before, after], item, faults }: Told): Story {
  const [type, weight] = verdict.split(', ') as [Story['type'], Story['weight']];
  const side = (mapping: string, parts?: Partial<DataItem>) => ({
    ...people(sex(parts)),
    cms: mapping === '' ? [] : readTexts({ 'spec/cms/mosaic/ssd_person.yml': mapping }).cms,
  });
  return { kind, type, weight, reason, base: side(before), head: side(after, item), ...(faults ? { faults } : {}) };
}

const of = (source: string) => `from: T t\nitems: {PERS002A: ${source}}`;
const where = (condition: string) => `from: T t\nwhere: ${condition}\nitems: {PERS002A: t.A}`;

const FAULT = {
  code: 'mapping-unknown-column',
  object: 'ssd_person',
  itemRef: 'PERS002A',
  message: 't.A is no column',
  expected: 'a column',
  file: 'spec/cms/mosaic/ssd_person.yml',
  path: ['items', 'PERS002A'],
};

const UNDECIDED = 'A mapping changes what a table holds: the files do not tell whether it was wrong before.';

export const SOURCES: readonly Story[] = [
  story('item-mapping-changed', {
    verdict: 'undecided, patch',
    reason: UNDECIDED,
    mappings: [of('t.A'), of('t.B')],
    item: { description: 'What sex the child has' },
  }),
  story('item-mapping-changed', { verdict: 'undecided, patch', reason: UNDECIDED, mappings: [of('t.A'), of('t.B')] }),
  story('item-mapping-changed', {
    verdict: 'bug, patch',
    reason: 'The mapping had a fault that the check names.',
    mappings: [of('t.A'), of('t.B')],
    faults: [FAULT],
  }),
  story('item-mapping-changed', {
    verdict: 'bug, none',
    reason: 'Only the white space of the mapping differs.',
    mappings: [of('t.A  + 1'), of('t.A + 1')],
  }),
  story('item-mapping-changed', {
    verdict: 'change, patch',
    reason: 'The mapping goes with what else changes.',
    mappings: [of('t.A'), of('t.B')],
    item: { type: 'int', size: null },
  }),
  story('item-mapping-changed', {
    verdict: 'new feature, patch',
    reason: 'It is filled from the CMS now, where nothing was.',
    mappings: [of('{not_held: paper}'), of('t.A')],
  }),
  story('item-mapping-changed', {
    verdict: 'change, patch',
    reason: 'It is no longer filled from the CMS.',
    mappings: [of('t.A'), of('{not_held: paper}')],
  }),
  story('item-mapping-changed', {
    verdict: 'change, patch',
    reason: 'Why the CMS does not hold it is said anew.',
    mappings: [of('{not_held: paper}'), of('{not_held: nowhere}')],
  }),
  story('object-mapping-changed', {
    verdict: 'undecided, patch',
    reason: UNDECIDED,
    mappings: [where('t.A = 1'), where('t.A = 2')],
  }),
  story('object-mapping-changed', {
    verdict: 'undecided, patch',
    reason: UNDECIDED,
    mappings: [of('t.A'), where('t.A = 2')],
  }),
  story('object-mapping-changed', {
    verdict: 'new feature, patch',
    reason: 'It is filled from the CMS now, where nothing was.',
    mappings: ['', of('t.A')],
  }),
  story('object-mapping-changed', {
    verdict: 'change, patch',
    reason: 'It is no longer filled from the CMS.',
    mappings: [of('t.A'), 'not_held: paper'],
  }),
];
