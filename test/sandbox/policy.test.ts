/** The policy of the demonstration, read as the App reads it. */
import { CAST } from '../../sandbox/cast.js';
import { policyText } from '../../sandbox/policy.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import { readConfig } from '../../src/config/read-config.js';
import { TARGETS } from '../../src/sql/targets.js';

it('names every member of the cast, and one who is not on GitHub', () => {
  const members = CAST.filter(({ organisation }) => organisation !== '');
  const people = members.map(({ login, name, organisation, speaksFor, duties }) => {
    return { login, name, organisation, speaksFor, roles: duties };
  });
  const away = {
    login: '',
    name: 'Ruth Penhale',
    organisation: 'Knowsley',
    speaksFor: ['liquid_logic', 'caredirector'],
    roles: [],
  };
  expect(readConfig(policyText(), defaultConfig(LAYOUTS[0]))).toMatchObject({
    approval: { people: [...people, away], teams: [], commentDays: 0 },
  });
});

it('has the five organisations of the steering group, a chair, a secretary, and a voice for each target', () => {
  const all = (of: (player: (typeof CAST)[number]) => readonly string[]) => [...new Set(CAST.flatMap(of))].sort();
  expect(all(({ organisation }) => (organisation === '' ? [] : [organisation]))).toEqual([
    'D2I',
    'Essex',
    'Hertfordshire',
    'Knowsley',
    'NW ADCS',
  ]);
  expect(all(({ duties }) => duties)).toEqual(['chair', 'secretary']);
  expect(all(({ speaksFor }) => speaksFor)).toEqual([...new Set(TARGETS.map(({ cms }) => cms))].sort());
});
