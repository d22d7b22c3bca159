/** A standard of three objects with their mappings: small enough to count what an engine is asked. */
import type { Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { fileOf } from '../fakes/memory-repository.js';
import { config } from '../sql/build.js';

const FILES: Readonly<Record<string, string>> = {
  'spec/objects/ssd_person.yml': `nodes: [{name: ssd_person, fields: [
    {name: pers_person_id, item_ref: PERS001A, type: nvarchar, size: 48, primary_key: true},
    {name: pers_sex, item_ref: PERS002A, type: nchar, size: 1},
    {name: pers_kind, item_ref: PERS003A, type: nvarchar, size: 20}]}]`,
  'spec/objects/ssd_visits.yml': `nodes: [{name: ssd_visits, fields: [
    {name: visi_id, item_ref: VISI001A, type: nvarchar, size: 48, primary_key: true},
    {name: visi_person_id, item_ref: VISI002A, type: nvarchar, size: 48, foreign_key: ssd_person.pers_person_id},
    {name: visi_note, item_ref: VISI003A, type: nvarchar, size: 200}]}]`,
  'spec/objects/ssd_teams.yml': `nodes: [{name: ssd_teams, fields: [
    {name: team_id, item_ref: TEAM001A, type: nvarchar, size: 48, primary_key: true},
    {name: team_name, item_ref: TEAM002A, type: nvarchar, size: 100},
    {name: team_kind, item_ref: TEAM003A, type: nvarchar, size: 100}]}]`,
  'spec/cms/liquid_logic/_sources.yml': `tables:
  P: {ID: int key, SEX: str10, KIND: str20}
  V: {ID: int key, PERSON: int, NOTE: str200}
  T: {ID: int key, NAME: str100}`,
  'spec/cms/liquid_logic/ssd_person.yml': 'from: P p\nitems: {PERS001A: p.ID, PERS002A: p.SEX, PERS003A: p.KIND}',
  'spec/cms/liquid_logic/ssd_visits.yml':
    'from: V v\nin_cohort: v.PERSON\nitems: {VISI001A: v.ID, VISI002A: v.PERSON, VISI003A: v.NOTE}',
  'spec/cms/liquid_logic/ssd_teams.yml': `from: T t
where: t.NAME in (parameter('own_teams'))
items: {TEAM001A: t.ID, TEAM002A: t.NAME, TEAM003A: {not_held: x}}
parameters: {own_teams: {means: names of our teams}}`,
};

/** The same with files in place of those. */
export function smallWith(files: Readonly<Record<string, string>>): Specification {
  const all = Object.entries({ ...FILES, ...files });
  return readSpecification(
    all.map(([path, text]) => fileOf(path, text)),
    config.layout,
  );
}

export const small = smallWith({});

/** The note of a visit is shorter. */
export const narrower = smallWith({
  'spec/objects/ssd_visits.yml': (FILES['spec/objects/ssd_visits.yml'] ?? '').replace('size: 200', 'size: 100'),
});
