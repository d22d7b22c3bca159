import { codeSet, findingsOf, object } from './build.js';

const person = (codeSetName: string, size: number | 'max' | null = 1) =>
  object('ssd_person', 'pers', [{ name: 'pers_sex', codeSet: codeSetName, size }]);

test('a code that can be a boolean is told once a code set', () => {
  const sex = codeSet('sex', ['Yes', 'No', 'x']);
  const values = sex.values.map((code) => ({ ...code, booleanTrap: code.value !== 'x' }));
  expect(findingsOf({ codeSets: [{ ...sex, values }] }, 'code-boolean')).toMatchObject([
    { value: 'sex', path: [0], message: 'unquoted `Yes`, `No` in `sex` can be read as true or false' },
  ]);
});

test('empty and repeated codes', () => {
  const codeSets = [codeSet('sex', ['F', ' ', 'M', 'F', 'f'])];
  expect(findingsOf({ codeSets }, 'code-empty')).toMatchObject([{ path: [1], value: 'sex' }]);
  expect(findingsOf({ codeSets }, 'code-duplicate')).toMatchObject([{ path: [3], value: 'sex F' }]);
  expect(findingsOf({ codeSets: [codeSet('template', ['', '', ''])] }, 'code-empty')).toMatchObject([
    { message: '`template` has 3 empty codes' },
  ]);
  expect(findingsOf({ codeSets: [codeSet('template', ['', ''])] }, 'code-duplicate')).toEqual([]);
});

test('codes fit into the item that uses them, counted in characters', () => {
  const codeSets = [codeSet('sex', ['F', 'Male', 'é'])];
  expect(findingsOf({ objects: [person('sex')], codeSets }, 'code-too-long')).toMatchObject([
    { severity: 'error', itemRef: 'PERS002A', expected: 'at least 4', value: 'sex' },
  ]);
  for (const size of [4, 'max', null] as const) {
    expect(findingsOf({ objects: [person('sex', size)], codeSets }, 'code-too-long')).toEqual([]);
  }
});

test('codes have no other keys', () => {
  const codeSets = [codeSet('sex', ['F'], { extraKeys: ['explanation'] })];
  expect(findingsOf({ codeSets }, 'code-set-extra-keys')).toMatchObject([{ severity: 'info', value: 'sex' }]);
});

test('code sets that no item uses: each by its name, or all of them at once', () => {
  const codeSets = [codeSet('gender', ['F']), codeSet('sex', ['F'])];
  expect(findingsOf({ codeSets, objects: [person('sex')] }, 'code-set-unreferenced')).toMatchObject([
    { value: 'gender' },
  ]);
  expect(findingsOf({ codeSets, objects: [person('')] }, 'code-set-unreferenced')).toMatchObject([
    { value: '', message: 'no item uses any of the 2 code sets' },
  ]);
});

test('hidden characters in codes and their descriptions', () => {
  const sex = codeSet('sex', ['F\u200B', 'M']);
  const values = sex.values.map((code) => ({ ...code, description: code.value === 'M' ? 'Ma\u202Ele' : '' }));
  const found = findingsOf({ codeSets: [{ ...sex, values }] }, 'text-hidden-character');
  expect(found.map(({ value }) => value)).toEqual(['sex U+200B', 'sex U+202E']);
});
