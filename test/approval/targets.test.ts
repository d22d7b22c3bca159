/** Which units a person means. */
import type { ShownUnit } from '../../src/approval/entry.js';
import { type Choice, chooseAll, chooseLeading } from '../../src/approval/targets.js';
import { plain } from '../../src/report/phrase.js';
import { aUnit } from './world.js';

const UNITS = [
  aUnit('SSD-0028', { track: 'bug' }),
  aUnit('SSD-0029', { track: 'documentation', groups: ['g1'] }),
  aUnit('SSD-0031', { track: 'change', groups: ['g1'] }),
  aUnit('SSD-0040', { track: 'new feature' }),
  aUnit('PERS099A', { track: 'bug', itemRef: 'PERS099A' }),
];

const SHOWN: readonly ShownUnit[] = UNITS.map(({ id, subject, fingerprint, sql, track, groups }) => ({
  ...{ id, subject, fingerprint, sql, track, groups },
}));

const CHOICE: Choice = {
  shown: SHOWN,
  current: UNITS,
  tracks: ['cosmetic', 'documentation', 'bug', 'new feature', 'change'],
};

type Chosen = ReturnType<typeof chooseAll>;

function told(chosen: Chosen): string {
  if ('refused' in chosen) return plain(chosen.refused);
  const ids = chosen.units.map(({ id }) => id).join(' ');
  return chosen.rest === '' ? ids : `${ids} | ${chosen.rest}`;
}

const ALL = 'SSD-0028 SSD-0029 SSD-0031 SSD-0040 PERS099A';
const KNOWN = 'What there is: SSD-0028, SSD-0029, SSD-0031, SSD-0040, PERS099A.';
const no = (wanted: string) => `\`${wanted}\` is no change of this proposal. ${KNOWN}`;

test.each([
  ['', ALL],
  ['all', ALL],
  ['SSD-0031', 'SSD-0031'],
  ['ssd-0031', 'SSD-0031'],
  ['SSD-0031 SSD-0028', 'SSD-0031 SSD-0028'],
  ['SSD-0031, SSD-0028 and SSD-0040', 'SSD-0031 SSD-0028 SSD-0040'],
  ['SSD-0031, SSD-0031', 'SSD-0031'],
  ['SSD-0028..0031', 'SSD-0028 SSD-0029 SSD-0031'],
  ['SSD-0029..SSD-0040', 'SSD-0029 SSD-0031 SSD-0040'],
  ['SSD-0028..0030, SSD-0040', 'SSD-0028 SSD-0029 SSD-0040'],
  ['SSD-0031; SSD-0028,', 'SSD-0031 SSD-0028'],
  ['g1', 'SSD-0029 SSD-0031'],
  ['documentation', 'SSD-0029'],
  ['bug, new feature', 'SSD-0028 PERS099A SSD-0040'],
  ['New Feature', 'SSD-0040'],
  ['PERS099A', 'PERS099A'],
  ['PERS0031A', 'SSD-0031'],
  ['SSD-0099', no('SSD-0099')],
  ['SSD-0031, SSD-0099', no('SSD-0099')],
  ['SSD-0031 thanks', no('thanks')],
  ['g7', no('g7')],
  ['cosmetic', no('cosmetic')],
  ['SSD-\u0660\u0660\u0663\u0661', no('SSD-\u0660\u0660\u0663\u0661')],
  ['SSD-0032..0039', no('SSD-0032..0039')],
  ['ABC-0028..0040', no('ABC-0028..0040')],
  ['SSD-0040..0028', '`SSD-0040..0028` begins with its end.'],
  ['everything', no('everything')],
])('all of %j: %s', (text, expected) => {
  expect(told(chooseAll(text, CHOICE))).toBe(expected);
});

test.each([
  ['SSD-0031 too short', 'SSD-0031 | too short'],
  ['SSD-0031, SSD-0028 too short', 'SSD-0031 SSD-0028 | too short'],
  ['SSD-0031 SSD-0028, too short', 'SSD-0031 SSD-0028 | too short'],
  ['SSD-0031, change it back', 'SSD-0031 | change it back'],
  ['SSD-0031 bug it is', 'SSD-0031 | bug it is'],
  ['SSD-0031 all of it', 'SSD-0031 | all of it'],
  ['SSD-0031 and it is wrong', 'SSD-0031 | it is wrong'],
  ['SSD-0031 PERS099A should stay', 'SSD-0031 | PERS099A should stay'],
  ['SSD-0031: too short', 'SSD-0031 | too short'],
  ['SSD-0031 COVID-19 is over', 'SSD-0031 | COVID-19 is over'],
  ['documentation: unclear', 'SSD-0029 | unclear'],
  ['documentation unclear', 'SSD-0029 | unclear'],
  ['all no', `${ALL} | no`],
  ['SSD-0028..0030 no', 'SSD-0028 SSD-0029 | no'],
  ['too short', no('too')],
  ['SSD-0031 SSD-0099 too short', no('SSD-0099')],
  ['SSD-0099 too short', no('SSD-0099')],
])('the beginning of %j: %s', (text, expected) => {
  expect(told(chooseLeading(text, CHOICE))).toBe(expected);
});

test('where nothing is shown, nothing can be meant', () => {
  const none = { ...CHOICE, shown: [] };
  expect(told(chooseAll('', none))).toBe('');
  expect(told(chooseAll('all', none))).toBe('There is nothing here to decide on.');
  expect(told(chooseAll('SSD-0031', none))).toBe('There is nothing here to decide on.');
});
