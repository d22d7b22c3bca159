/** No order of events yields agreement unless the policy is met by people who saw that content, and did not take it back. */
import fc from 'fast-check';
import type { Policy } from '../../src/config/policy.js';
import { NaiveModel, VOICES } from './naive-model.js';
import { act, aWorld, GROUP, stateOf } from './world.js';

const PAIR = { members: 2, organisations: 2, cms: true };

const POLICY: Policy = { ...GROUP, tracks: { ...GROUP.tracks, change: PAIR } };

const IDS = ['SSD-0031', 'SSD-0032'];

const who = fc.constantFrom(...Object.keys(VOICES));
const id = fc.constantFrom(...IDS);
const text = (pattern: (...parts: string[]) => string, ...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((values) => pattern(...values));

const event = fc.oneof(
  { weight: 6, arbitrary: fc.constant('the App looks') },
  { weight: 2, arbitrary: fc.constant('the App shows what stands there') },
  { weight: 5, arbitrary: text((person) => `${person} approves`, who) },
  { weight: 5, arbitrary: text((person) => `${person} says /approve`, who) },
  { weight: 4, arbitrary: text((person, one) => `${person} says /approve ${one}`, who, id) },
  { weight: 2, arbitrary: text((one) => `${one} is altered`, id) },
  { weight: 1, arbitrary: fc.constant('only the SQL of SSD-0032 is altered') },
  { weight: 2, arbitrary: text((one) => `${one} is put back`, id) },
  { weight: 1, arbitrary: text((one) => `${one} is taken out`, id) },
  { weight: 2, arbitrary: fc.constant('a bot commit') },
  { weight: 1, arbitrary: text((person) => `${person} asks for changes`, who) },
  { weight: 1, arbitrary: text((person, one) => `${person} says /object ${one} no`, who, id) },
  { weight: 1, arbitrary: text((person, one) => `${person} says /resolve ${one}`, who, id) },
  { weight: 1, arbitrary: text((person) => `${person} says /withdraw`, who) },
  { weight: 1, arbitrary: text((person) => `the last review of ${person} is dismissed`, who) },
  { weight: 1, arbitrary: text((person) => `${person} edits what was said`, who) },
  { weight: 1, arbitrary: text((person) => `${person} says and edits /approve`, who) },
  { weight: 1, arbitrary: text((person) => `${person} pushes a commit`, who) },
  { weight: 1, arbitrary: text((person) => `${person} leaves the group`, who) },
  { weight: 1, arbitrary: fc.constantFrom('olga says /hold wait', 'olga says /unhold', 'nina says /hold wait') },
  { weight: 1, arbitrary: fc.constantFrom('olga says /override due', 'nina says /override due') },
);

/** What was said may be heard at any later time; in the end the App looks twice, as its sweep does. */
function run(events: readonly string[]) {
  const world = aWorld(POLICY);
  const model = new NaiveModel({
    'SSD-0031': { text: 'first', sql: 'first' },
    'SSD-0032': { text: 'first', sql: 'first' },
  });
  act(world, 'proposed: change SSD-0031, change SSD-0032 with mosaic SQL');
  for (const one of [...events, 'the App looks', 'the App looks']) {
    const named = /^(?:only the SQL of )?(SSD-\d+) is/.exec(one)?.[1];
    if (named && !world.units.some((unit) => unit.id === named)) continue;
    act(world, one);
    model.take(one);
  }
  return { state: stateOf(world).state, model, isEmpty: world.units.length === 0 };
}

test('agreement is what the policy means, in every order of events', () => {
  let agreed = 0;
  let overridden = 0;
  fc.assert(
    fc.property(fc.array(event, { minLength: 4, maxLength: 30 }), (events) => {
      const { state, model, isEmpty } = run(events);
      if (state === 'agreed') agreed += 1;
      if (state === 'overridden') overridden += 1;
      if (state === 'overridden') expect(model.isOverridden()).toBe(true);
      else if (!isEmpty) expect(state === 'agreed').toBe(model.isAgreed());
    }),
    { numRuns: 1_200 },
  );
  expect(Math.min(agreed, overridden)).toBeGreaterThan(10);
});
