/** Who may decide, and who may not on a proposal of their own. */
import { memberByLogin, memberByName, memberKey, partialityOf, rollOf } from '../../src/approval/roll.js';
import { GROUP } from './world.js';

const TEAM = { team: 'd2i/steering', organisation: 'D2I', speaksFor: ['azeus'] };
const roll = rollOf(GROUP, new Map());

test('members of a team count for its organisation; who is named counts as named', () => {
  const members = new Map([['d2i/steering', [{ login: 'Esther' }, { login: 'tom' }]]]);
  const both = rollOf({ ...GROUP, teams: [TEAM] }, members);
  expect(memberByLogin(both, 'tom')).toEqual({
    login: 'tom',
    name: 'tom',
    organisation: 'D2I',
    speaksFor: ['azeus'],
    roles: [],
  });
  expect(memberByLogin(both, 'ESTHER')?.organisation).toBe('Essex');
  expect(both).toHaveLength(GROUP.people.length + 1);
});

test('a team that nobody read stops everything', () => {
  expect(() => rollOf({ ...GROUP, teams: [TEAM] }, new Map())).toThrow(
    'unread-team: the members of the team d2i/steering are not known',
  );
});

test('a person is found by account or by name, however it is written', () => {
  expect(memberByLogin(roll, 'OLGA')?.name).toBe('Olga Brown');
  expect(memberByName(roll, ' kim  HALL ')?.organisation).toBe('Knowsley');
  expect(memberByName(roll, 'Kim\u200b Hall')?.organisation).toBe('Knowsley');
  expect(memberByLogin(roll, '')).toBeUndefined();
  expect(new Set(roll.map(memberKey)).size).toBe(roll.length);
});

test.each([
  ['olga', [{ login: 'Olga', name: 'x' }], 'author'],
  ['olga', [{ login: 'cara', name: 'Olga Brown' }], null],
  ['olga', [{ login: null, name: 'olga brown' }], 'namesake'],
  ['olga', [{ login: null, name: '' }], null],
  ['', [{ login: 'kim-hall', name: 'Kim Hall' }], 'namesake'],
  ['', [{ login: null, name: 'Kim Hall' }], 'namesake'],
  ['', [{ login: '', name: 'x' }], null],
])('%j beside %j: %s', (login, authors, expected) => {
  const member = roll.find((one) => one.login === login);
  expect(member && partialityOf(member, authors)).toBe(expected);
});
