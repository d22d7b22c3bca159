import { statementFindings } from '../../src/classification/statement-findings.js';

const TYPES = ['bug', 'new feature', 'change'];

describe('statements that cannot be followed', () => {
  test('are told once each, as written, with the types that there are', () => {
    const found = statementFindings(
      ['Change-Type: fix\n', 'text\nChange-Type: fix', 'Change-Type: bug because'],
      TYPES,
    );
    expect(found.map(({ message }) => message)).toEqual([
      '`Change-Type: fix` cannot be followed',
      '`Change-Type: bug because` cannot be followed',
    ]);
    expect(found.every(({ severity, rule }) => severity === 'warning' && rule === 'unknown-change-type')).toBe(true);
    expect(found[0]?.expected).toBe('one of bug, new feature, change, alone or with item_refs after it');
  });

  test('those that can be are not told', () => {
    expect(statementFindings(['Change-Type: bug', 'Change-Type: New Feature PERS001A', 'no statement'], TYPES)).toEqual(
      [],
    );
  });
});
