import fc from 'fast-check';
import { type RepairContext, repair } from '../../src/pull-request/repairs.js';
import type { Finding } from '../../src/specification/finding.js';
import { codeSet, object, specification } from '../fakes/specification.js';
import { aFinding } from '../report/build.js';
import { HOSTILE } from '../report/stories.js';
import { VOCABULARY } from './build.js';

const CONTEXT: RepairContext = {
  vocabulary: VOCABULARY,
  specification: specification(
    [
      object('ssd_person', [
        { ref: 'PERS001A', name: 'pers_person_id' },
        { ref: 'PERS002A', name: 'pers_sex' },
      ]),
      object('ssd_visit', [
        { ref: 'VISI001A', name: 'visi_plan_a_id' },
        { ref: 'VISI002A', name: 'visi_plan_b_id' },
      ]),
    ],
    { codeSets: [codeSet('factors', {}), codeSet('end_reason', {}), codeSet('odd name', {})] },
  ),
};

function repaired(line: string, given: Partial<Finding>) {
  return repair(line, aFinding(given), CONTEXT);
}

describe('a repair keeps indentation, quotes and comments', () => {
  it.each<[string, string, Partial<Finding>, string]>([
    ['the letter case of a type', '    type: NVARCHAR', { rule: 'type-case', value: 'NVARCHAR' }, '    type: nvarchar'],
    ['a misspelt type', '  - type: nvarhcar', { rule: 'unknown-type', value: 'nvarhcar' }, '  - type: nvarchar'],
    ['a quoted type', '    type: "nvarhcar"', { rule: 'unknown-type', value: 'nvarhcar' }, '    type: "nvarchar"'],
    [
      'a misspelt return',
      '    - SSDA930  # was SSDA930',
      { rule: 'unknown-return', value: 'SSDA930' },
      '    - SSDA903  # was SSDA930',
    ],
    [
      'a return in a list on one line',
      '    returns: [SSDA930, CIN]',
      { rule: 'unknown-return', value: 'SSDA930' },
      '    returns: [SSDA903, CIN]',
    ],
    ['an alias of a return', '    - SSD903', { rule: 'unknown-return', value: 'SSD903' }, '    - SSDA903'],
    ['a misspelt CMS', '    - mosiac', { rule: 'unknown-cms', value: 'mosiac' }, '    - mosaic'],
    [
      'the CMS of a mapping',
      "    - 'mosiac:PERSON_ID'",
      { rule: 'unknown-cms', value: 'mosiac' },
      "    - 'mosaic:PERSON_ID'",
    ],
    [
      'an older spelling of a CMS',
      '    - SystemC',
      { rule: 'older-spelling', value: 'SystemC', path: ['cms', 0] },
      '    - liquid_logic',
    ],
    [
      'an older spelling of a return',
      '    - CINcensus',
      { rule: 'older-spelling', value: 'CINcensus', path: ['returns', 0] },
      '    - CIN',
    ],
    ['a constraint', '    - pkk', { rule: 'unknown-constraint', value: 'pkk' }, '    - pk'],
    ['a code set', '    code_set: factor', { rule: 'unknown-code-set', value: 'factor' }, '    code_set: factors'],
    [
      'a dangling foreign key',
      '    foreign_key: ssd_persn.pers_person_id # the child',
      { rule: 'foreign-key-dangling', value: 'ssd_persn.pers_person_id' },
      '    foreign_key: ssd_person.pers_person_id # the child',
    ],
    [
      'a foreign key with words around it',
      '    foreign_key: see ssd_person.pers_person_id (the child)',
      { rule: 'foreign-key-malformed', value: 'see ssd_person.pers_person_id (the child)' },
      '    foreign_key: ssd_person.pers_person_id',
    ],
    [
      'a misspelt word',
      '    description: Date of the assesment.',
      { rule: 'text-misspelt', value: 'description assesment', expected: 'assessment' },
      '    description: Date of the assessment.',
    ],
    [
      'a misspelt word with a capital',
      '    description: Assesment of need',
      { rule: 'text-misspelt', value: 'description Assesment', expected: 'assessment' },
      '    description: Assessment of need',
    ],
    [
      'an invisible character',
      '    description: Sex\u200b of the child\u202e',
      { rule: 'text-hidden-character', value: 'description U+200B' },
      '    description: Sex of the child',
    ],
  ])('of %s', (_, line, finding, expected) => {
    expect(repaired(line, finding)).toEqual([expected]);
  });
});

describe('a line is taken out', () => {
  it.each([
    ['the second of two entries', '    - CIN', 'list-duplicate', 'returns CIN'],
    ['a quoted one', "    - 'CIN'", 'list-duplicate', 'returns CIN'],
    ['one with spaces in it', '    - case work', 'list-duplicate', 'categories case work'],
    ['a size that means nothing', '    size: 8', 'size-on-unsized-type', 'int'],
  ])('of %s', (_, line, rule, value) => {
    expect(repaired(line, { rule, value })).toEqual([]);
  });
});

describe('there is no repair', () => {
  it.each<[string, string, Partial<Finding>]>([
    ['for a rule without a row', '    name: pers_sex', { rule: 'name-duplicate', value: 'pers_sex' }],
    ['for a rule named like a property of every object', '    a: b', { rule: 'constructor', value: 'b' }],
    ['for a type that is near none', '    type: text', { rule: 'unknown-type', value: 'text' }],
    ['for a type that is not there', '    type:', { rule: 'unknown-type', value: '' }],
    ['for two returns joined', '    - Local,AnnexA', { rule: 'unknown-return', value: 'Local,AnnexA' }],
    [
      'for a target that two items are near to',
      '    foreign_key: ssd_visit.visi_plan_c_id',
      { rule: 'foreign-key-dangling', value: 'ssd_visit.visi_plan_c_id' },
    ],
    [
      'for a target that is only like it',
      '    foreign_key: ssd_person.pers_gender',
      { rule: 'foreign-key-dangling', value: 'ssd_person.pers_gender' },
    ],
    [
      'for prose around two places',
      '    foreign_key: ssd_person.pers_sex or ssd_person.pers_person_id',
      { rule: 'foreign-key-malformed', value: 'ssd_person.pers_sex or ssd_person.pers_person_id' },
    ],
    ['for prose around none', '    foreign_key: the child', { rule: 'foreign-key-malformed', value: 'the child' }],
    [
      'where the meant value would need quotes',
      '    code_set: odd nam',
      { rule: 'unknown-code-set', value: 'odd nam' },
    ],
    [
      'where the value stands twice on the line',
      '    returns: [SSDA930, SSDA930]',
      { rule: 'unknown-return', value: 'SSDA930' },
    ],
    [
      'where the value is on another line',
      '    description: >-',
      { rule: 'text-misspelt', value: 'description teh', expected: 'the' },
    ],
    ['where the value is in the comment only', '    type: # nvarhcar', { rule: 'unknown-type', value: 'nvarhcar' }],
    [
      'inside a longer word',
      '    description: assesments',
      { rule: 'text-misspelt', value: 'description assesment', expected: 'assessment' },
    ],
    ['for a second entry with a comment', '    - CIN # keep', { rule: 'list-duplicate', value: 'returns CIN' }],
    [
      'for a second entry among others on a line',
      '    returns: [CIN, CIN]',
      { rule: 'list-duplicate', value: 'returns CIN' },
    ],
    ['for a size that begins an item', '  - size: 8', { rule: 'size-on-unsized-type', value: 'int' }],
    [
      'where nothing would change',
      '    description: Sex',
      { rule: 'text-hidden-character', value: 'description U+200B' },
    ],
  ])('%s', (_, line, finding) => {
    expect(repaired(line, finding)).toBeNull();
  });

  it('that throws, or that makes two lines of one, whatever the line and the value are', () => {
    const rules = [
      'type-case',
      'unknown-type',
      'unknown-return',
      'older-spelling',
      'unknown-code-set',
      'list-duplicate',
    ];
    const others = ['foreign-key-dangling', 'foreign-key-malformed', 'text-misspelt', 'text-hidden-character'];
    const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());
    fc.assert(
      fc.property(fc.constantFrom(...rules, ...others), text, text, (rule, value, expected) => {
        const lines = repaired(`    key: ${value.replaceAll('\n', ' ')}`, { rule, value, expected }) ?? [];
        expect(lines.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
