import type { DataItem } from '../../src/specification/model.js';
import { findingsOf, object, ofItem } from './build.js';

test('a mapping names its CMS', () => {
  expect(ofItem('mapping-malformed', { cmsField: ['FIELD', 'mosaic:FIELD'] })).toMatchObject([
    { value: 'cms_field FIELD', path: ['nodes', 0, 'fields', 1, 'cms_field', 0] },
  ]);
  expect(ofItem('mapping-malformed', { cmsTable: ['mosaic:'] })).toHaveLength(1);
});

test('a mapped CMS stands in cms: one finding for the field, one for the table', () => {
  const found = ofItem('mapping-without-cms', { cms: [] });
  expect(found.map(({ value }) => value)).toEqual(['cms_field mosaic', 'cms_table mosaic']);
});

test('a CMS in cms is mapped, field and table', () => {
  const parts = { cms: ['mosaic', 'liquid_logic'], cmsField: ['liquid_logic:A', 'mosaic:B'], cmsTable: ['mosaic:T'] };
  expect(ofItem('cms-without-mapping', parts)).toMatchObject([
    { value: 'cms_table liquid_logic', path: ['nodes', 0, 'fields', 1, 'cms', 1] },
  ]);
});

test('a CMS that the standard maps nowhere is not missed in every item', () => {
  expect(ofItem('cms-without-mapping', { cms: ['mosaic', 'eclipse'] })).toEqual([]);
});

describe("a placeholder that repeats the standard's own names", () => {
  const stale = (parts: Partial<DataItem>) => ofItem('mapping-stale', { name: 'pers_new_name', ...parts });
  const own = { cmsTable: ['mosaic:ssd_person'] };

  test('follows the item', () => {
    expect(stale({ ...own, cmsField: ['mosaic:pers_old_name'] })).toMatchObject(
      [{ severity: 'warning', value: 'cms_field mosaic:pers_old_name', message: /is still `pers_old_name`/ }].map(
        (each) => ({ ...each, message: expect.stringMatching(each.message) }),
      ),
    );
    expect(stale({ ...own, cmsField: ['mosaic:pers_new_name'] })).toEqual([]);
  });

  test('follows the object', () => {
    const found = stale({ cmsField: ['mosaic:pers_new_name'], cmsTable: ['mosaic:ssd_people'] });
    expect(found).toMatchObject([{ value: 'cms_table mosaic:ssd_people' }]);
  });

  test('is known by its prefix where no table is stated', () => {
    expect(stale({ cmsField: ['mosaic:PERS_old'], cmsTable: [] })).toHaveLength(1);
    expect(stale({ cmsField: ['mosaic:OLD'], cmsTable: [] })).toEqual([]);
  });

  test('is not confused with a real source', () => {
    expect(stale({ cmsField: ['mosaic:PERS_DOB'], cmsTable: ['mosaic:DM_PERSONS'] })).toEqual([]);
  });

  test('of each CMS is looked at by itself', () => {
    const cmsField = ['liquid_logic:pers_old', 'mosaic:DOB'];
    const cmsTable = ['liquid_logic:ssd_person', 'mosaic:DM_PERSONS'];
    expect(stale({ cmsField, cmsTable })).toMatchObject([{ value: 'cms_field liquid_logic:pers_old' }]);
  });
});

test('items without any mapping are sound', () => {
  const objects = [object('ssd_person', 'pers', [{ cmsField: [], cmsTable: [] }])];
  const own = objects.map((each) => ({
    ...each,
    items: each.items.slice(1).map((its) => ({ ...its, primaryKey: true })),
  }));
  const rules = findingsOf({ objects: own }).map(({ rule }) => rule);
  expect(rules.filter((rule) => rule.includes('mapping'))).toEqual([]);
});
