/** Returns, categories, CMS availability and mappings. */
import type { ItemParts } from '../fakes/specification.js';
import { people, type Story, sex, steps } from './build.js';

/** Two items that change their returns in the same way. */
function both(before: readonly string[], after: readonly string[]): Pick<Story, 'base' | 'head' | 'itemRef'> {
  const pair = (returns: readonly string[]): ItemParts[] => [
    sex({ returns }),
    sex({ ref: 'PERS003A', name: 'pers_ethnicity', returns }),
  ];
  return { base: people(...pair(before)), head: people(...pair(after)), itemRef: 'PERS002A' };
}

const returns: Story[] = [
  ...steps('item-returns-changed', [
    [
      'Only order, letter case or white space of the list differs.',
      'change, none',
      { returns: ['CIN', 'SSDA903'] },
      { returns: ['SSDA903', 'CIN'] },
    ],
    ['A value that stood twice stands once.', 'bug, patch', { returns: ['CIN', 'CIN'] }, { returns: ['CIN'] }],
    ['A value stands twice now.', 'bug, patch', { returns: ['CIN'] }, { returns: ['CIN', 'CIN'] }],
    ['Loca; is no known return.', 'bug, patch', {}, { returns: ['Loca;'] }],
    [
      'One value had been split in two: 1b and draft are 1bDraft.',
      'bug, patch',
      { returns: ['1b', 'draft'] },
      { returns: ['1bDraft'] },
    ],
    [
      'CINcensus is spelled CIN from now on; the return is the same.',
      'change, patch',
      { returns: ['CINcensus'] },
      { returns: ['CIN'] },
    ],
    ['Loca; was misspelt.', 'bug, patch', { returns: ['Loca;'] }, { returns: ['Local'] }],
    ['Only local labels differ; no return is concerned.', 'change, patch', {}, { returns: ['Local'] }],
    [
      'The item counts for SSDA903, CIN, which it did not cover before.',
      'new feature, minor',
      { returns: ['AnnexA'] },
      { returns: ['AnnexA', 'SSDA903', 'CIN'] },
    ],
    [
      'The item counts for AnnexA, which it did not cover before.',
      'new feature, minor',
      { returns: ['CINcensus', 'RIIA'] },
      { returns: ['CIN', 'RIIA', 'AnnexA'] },
    ],
    [
      'The item counts for SSDA903, which it did not cover before.',
      'new feature, minor',
      { returns: ['Local'] },
      { returns: ['SSDA903'] },
    ],
    ['The item no longer counts for RIIA.', 'change, minor', { returns: ['RIIA'] }, { returns: ['Local'] }],
    ['The item no longer counts for CIN.', 'change, minor', { returns: ['CIN', 'AnnexA'] }, { returns: ['AnnexA'] }],
    ['All its returns are gone, and nothing asks for it.', 'bug, minor', { returns: ['CIN'] }, {}],
    ['All its returns are gone, and nothing asks for it.', 'bug, patch', { returns: ['Local'] }, {}],
    [
      'A copy of a key is no longer credited to a return.',
      'change, minor',
      { name: 'pers_mother_person_id', returns: ['CIN'] },
      { name: 'pers_mother_person_id' },
    ],
    [
      'A copy of a key is no longer credited to a return.',
      'change, patch',
      { foreignKey: 'ssd_person.pers_person_id', returns: ['Local'] },
      { foreignKey: 'ssd_person.pers_person_id' },
    ],
    [
      'SSDA903 is exchanged for AnnexA: what a return can be built from changes. One item alone, so one of the two was ' +
        'an error.',
      'bug, minor',
      { returns: ['SSDA903'] },
      { returns: ['AnnexA'] },
    ],
  ]),
  {
    reason: 'SSDA903 is exchanged for AnnexA: what a return can be built from changes.',
    kind: 'item-returns-changed',
    type: 'change',
    weight: 'minor',
    ...both(['SSDA903'], ['AnnexA']),
  },
];

const categories = steps('item-categories-changed', [
  ['All its categories are gone, and nothing asks for it.', 'bug, patch', { categories: ['a'] }, {}],
  ['The categories were missing and are filled in.', 'bug, patch', {}, { categories: ['a'] }],
  ['The item is filed under other categories.', 'change, patch', { categories: ['a'] }, { categories: ['b'] }],
]);

const cms = steps('item-cms-changed', [
  [
    'Only the letter case or order of the CMS names differs.',
    'bug, patch',
    { cms: ['Mosaic', 'azeus'] },
    { cms: ['azeus', 'mosaic'] },
  ],
  ['A value that stood twice stands once.', 'bug, patch', { cms: ['azeus', 'azeus'] }, { cms: ['azeus'] }],
  ['Local is no CMS.', 'bug, patch', { cms: ['Local'] }, { cms: ['mosaic'] }],
  [
    'SystemC is spelled liquid_logic from now on; the CMS is the same.',
    'change, patch',
    { cms: ['SystemC', 'azeus'] },
    { cms: ['liquid_logic', 'azeus'] },
  ],
  ['Local is no CMS.', 'bug, patch', { cms: ['mosaic'] }, { cms: ['Local'] }],
  ['Where it is held is told: mosaic, azeus.', 'change, minor', {}, { cms: ['mosaic', 'azeus'] }],
  ['It is no longer held in azeus.', 'change, minor', { cms: ['Mosaic', 'azeus'] }, { cms: ['mosaic'] }],
  ['It is held in azeus, eclipse too.', 'change, minor', { cms: ['mosaic'] }, { cms: ['mosaic', 'azeus', 'eclipse'] }],
  ['It is no longer held in azeus.', 'change, minor', { cms: ['mosaic', 'azeus'] }, { cms: ['mosaic'] }],
  ['It is held in azeus, no longer in mosaic.', 'change, minor', { cms: ['mosaic'] }, { cms: ['azeus'] }],
]);

const mappings = [
  ...steps('item-cms-field-changed', [
    ['The mapping is taken out.', 'change, patch', { cmsField: ['mosaic:SEX'] }, {}],
    [
      'It looks like a trial value, not a real table or column.',
      'bug, patch',
      { cmsField: ['mosaic:SEX'] },
      { cmsField: ['mosaic:mosaic_pers_sex'] },
    ],
    ['A trial value is taken back.', 'bug, patch', { cmsField: ['mosaic:ll_pers_sex'] }, { cmsField: ['mosaic:SEX'] }],
    [
      'It mirrors the name of the item.',
      'change, patch',
      { cmsField: ['mosaic:SEX'] },
      { cmsField: ['mosaic:pers_sex'] },
    ],
    [
      'The item is read from another place in the CMS.',
      'change, patch',
      { cmsField: ['mosaic:SEX'] },
      { cmsField: ['mosaic:GENDER'] },
    ],
    [
      'Only order, letter case or white space of the list differs.',
      'change, none',
      { cmsField: ['mosaic:SEX'] },
      { cmsField: ['mosaic:sex'] },
    ],
  ]),
  ...steps('item-cms-table-changed', [
    ['It mirrors the name of the object.', 'change, patch', {}, { cmsTable: ['mosaic:ssd_person'] }],
    [
      'It looks like a trial value, not a real table or column.',
      'bug, patch',
      {},
      { cmsTable: ['mosaic:mosaic_ssd_person_tbl'] },
    ],
  ]),
];

export const LISTS: readonly Story[] = [...returns, ...categories, ...cms, ...mappings];
