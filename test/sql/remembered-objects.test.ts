/** What is remembered of a script is never another text than what would be made anew. */
import type { CmsMappings } from '../../src/specification/mapping.js';
import type { DataObject, Specification } from '../../src/specification/model.js';
import { catalogueOf } from '../../src/sql/catalogue.js';
import { loadParser, type Parse } from '../../src/sql/expressions/parser.js';
import { rememberingRenderer } from '../../src/sql/remembered-objects.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { targetNamed } from '../../src/sql/targets.js';
import { address, config, person, specification } from './build.js';
import { mappedStandard } from './mapped.js';

const TARGETS = ['liquid_logic.sqlserver', 'eclipse.postgres'].map(targetNamed);
const standard = mappedStandard();
let parse: Parse;
beforeAll(async () => {
  parse = await loadParser();
});

const textsOf = (from: Specification) => TARGETS.map((target) => renderTarget(from, target, { ...config, parse }).text);

/** Everything as it is but what one function gives for an object, or for a CMS. */
function withObjects(change: (object: DataObject) => readonly DataObject[], from = standard): Specification {
  return { ...from, objects: from.objects.flatMap(change) };
}
function withCms(change: (cms: CmsMappings) => Partial<CmsMappings>): Specification {
  return { ...standard, cms: standard.cms.map((cms) => ({ ...cms, ...change(cms) })) };
}

const inObject = (name: string, change: (object: DataObject) => DataObject, from = standard) =>
  withObjects((object) => [object.name === name ? change(object) : object], from);
const firstItem = (change: object) => (object: DataObject) => ({
  ...object,
  items: object.items.map((item, index) => (index === 0 ? { ...item, ...change } : item)),
});
const ofPersons = (change: object) =>
  withCms(({ mappings }) => ({
    mappings: mappings.map((mapping) => (mapping.object === 'ssd_person' ? { ...mapping, ...change } : mapping)),
  }));

/** No object depends on another by its keys. */
const keyless = withObjects((object) => [
  { ...object, items: object.items.map((item) => ({ ...item, foreignKey: '' })) },
]);

const twice = (object: DataObject) => (object.name === 'ssd_address' ? [{ ...object, items: [] }, object] : [object]);

const OTHERS = { sqlserver: 'Others', postgres: 'others' };

const CHANGED: readonly [what: string, changed: Specification, from?: Specification][] = [
  ['the key of persons', inObject('ssd_person', firstItem({ size: 64 }))],
  ['the key of another parent', inObject('ssd_cin_episodes', firstItem({ name: 'cine_other_id' }))],
  ['a parent that goes', withObjects((object) => (object.name === 'ssd_cin_episodes' ? [] : [object]))],
  ["the name of persons' key", inObject('ssd_person', firstItem({ name: 'pers_key' }), keyless), keyless],
  ['what comes first of that name', withObjects(twice, keyless), keyless],
  ['who is in the extract', ofPersons({ notHeld: 'nobody knows' })],
  ['a mapping', ofPersons({ distinct: true })],
  ['the schema of the sources', withCms(({ sources }) => ({ sources: sources && { ...sources, schema: OTHERS } }))],
  ['a set that several use', withCms(({ fragments }) => ({ fragments: { ...fragments, sets: [] } }))],
];

test.each(CHANGED)('what is remembered is not taken where %s is another', (_, changed, from = standard) => {
  const before = textsOf(from);
  const after = textsOf(changed);
  expect(after).not.toEqual(before);
  // A copy shares no value with what was rendered before.
  expect(after).toEqual(textsOf(structuredClone(changed)));
});

test('an object is rendered once for the rounds that follow each other, and anew for another database', () => {
  const catalogue = catalogueOf(specification(person, address));
  const [first, second] = TARGETS.map(({ dialect }) => ({ catalogue, dialect }));
  if (!first || !second) throw new Error('two targets are needed');
  const once = rememberingRenderer('trial')(address, first);
  expect(rememberingRenderer('trial')(address, first)).toBe(once);
  expect(rememberingRenderer('trial')(address, second).lines).not.toEqual(once.lines);
});

test('only what the last rendering used is kept', () => {
  const catalogue = catalogueOf(specification(person, address));
  const [context] = TARGETS.map(({ dialect }) => ({ catalogue, dialect }));
  if (!context) throw new Error('a target is needed');
  const once = rememberingRenderer('trial')(address, context);
  rememberingRenderer('trial')(person, context);
  expect(rememberingRenderer('trial')(address, context)).not.toBe(once);
});
