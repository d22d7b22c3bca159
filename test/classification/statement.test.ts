import { readStatements, type Statement, statedType, unknownStatements } from '../../src/classification/statement.js';

const TYPES = ['bug', 'new feature', 'change', 'new feature request'];

const all = (changeType: string): Statement => ({ changeType, itemRef: '' });
const one = (changeType: string, itemRef: string): Statement => ({ changeType, itemRef });

describe('lines that state a type', () => {
  test.each<[text: string, found: Statement[]]>([
    ['Change-Type: bug', [all('bug')]],
    ['change-type:   New Feature  ', [all('new feature')]],
    ['  Change-Type: bug\r\nand more', [all('bug')]],
    ['Change-Type: new feature request', [all('new feature request')]],
    ['Change-Type: bug PERS001A', [one('bug', 'PERS001A')]],
    [
      'Change-Type: bug for pers001a, S47E001A and DEPT1003A',
      [one('bug', 'PERS001A'), one('bug', 'S47E001A'), one('bug', 'DEPT1003A')],
    ],
    ['Change-Type: bug (PER001A)', [one('bug', 'PER001A')]],
    ['Fix\n\nChange-Type: bug\nChange-Type: change PERS001A\n', [all('bug'), one('change', 'PERS001A')]],
  ])('%j', (text, found) => {
    expect(readStatements(text, TYPES)).toEqual(found);
    expect(unknownStatements(text, TYPES)).toEqual([]);
  });

  test.each([
    'The Change-Type: bug is meant',
    '> Change-Type: bug',
    '- Change-Type: bug',
    'Change-Type:',
    'ChangeType: bug',
    '<!-- Change-Type: bug -->',
    '<!--\nChange-Type: bug\n-->',
    '<!-- never closed\nChange-Type: bug',
    '```\nChange-Type: bug\n```',
    '~~~ text\nChange-Type: bug',
    `Change-Type: ${'x'.repeat(300)}`,
  ])('%j states nothing', (text) => {
    expect(readStatements(text, TYPES)).toEqual([]);
    expect(unknownStatements(text, TYPES)).toEqual([]);
  });

  test('what follows a comment or a fence counts again', () => {
    const text = '<!--\nChange-Type: bug\n-->\n```\nChange-Type: bug\n```\nChange-Type: change';
    expect(readStatements(text, TYPES)).toEqual([all('change')]);
  });
});

describe('statements that cannot be followed', () => {
  test.each([
    ['Change-Type: typo', 'typo'],
    ['Change-Type: bugs', 'bugs'],
    ['Change-Type: bug-fix PERS001A', 'bug-fix PERS001A'],
    ['Change-Type: bug for pers_sex', 'bug for pers_sex'],
    ['Change-Type: bug because it was wrong', 'bug because it was wrong'],
  ])('%j is told, as written', (text, line) => {
    expect(readStatements(text, TYPES)).toEqual([]);
    expect(unknownStatements(text, TYPES)).toEqual([line]);
  });

  test('a configured type may hold signs of a pattern', () => {
    expect(readStatements('Change-Type: fix (.*)', ['fix (.*)'])).toEqual([all('fix (.*)')]);
    expect(readStatements('Change-Type: fix (xx)', ['fix (.*)'])).toEqual([]);
  });
});

describe('the type that holds for an item', () => {
  const statements = [
    all('bug'),
    one('change', 'PERS001A'),
    one('new feature', 'PERS002A'),
    one('bug', 'PERS002A'),
    all('change'),
  ];

  test.each([
    ['PERS001A', 'change'],
    ['PERS002A', 'bug'],
    ['PERS003A', 'change'],
    ['', 'change'],
  ])('of %j: the last about itself, else the last about all: %s', (itemRef, type) => {
    expect(statedType(statements, itemRef)).toBe(type);
  });

  test('nothing is stated', () => {
    expect(statedType([], 'PERS001A')).toBeNull();
    expect(statedType([one('bug', 'PERS001A')], 'PERS002A')).toBeNull();
    expect(statedType([one('bug', 'PERS001A')], '')).toBeNull();
  });
});
