import { checkTargets } from '../../src/sql/check-targets.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { TARGETS } from '../../src/sql/targets.js';
import { address, config, person, specification } from './build.js';

const standard = specification(person, address);
const options = { targets: TARGETS, config };
const scripts = TARGETS.map((target) => renderTarget(standard, target, config));
const current = new Map(scripts.map(({ file, text }) => [file, text]));
const eclipse = 'sql/eclipse.postgres.sql';

function edited(edit: (text: string) => string) {
  return checkTargets(standard, new Map(current).set(eclipse, edit(current.get(eclipse) ?? '')), options);
}

test('what was just generated is up to date', () => {
  expect(checkTargets(standard, current, options)).toEqual([]);
});

test('a checkout with CRLF is up to date', () => {
  expect(edited((text) => text.replaceAll('\n', '\r\n'))).toEqual([]);
});

test('a missing file is told, whether absent or null', () => {
  const missing = { file: eclipse, line: null, found: null, expected: null };
  expect(checkTargets(standard, new Map([...current].filter(([file]) => file !== eclipse)), options)).toEqual([
    missing,
  ]);
  expect(checkTargets(standard, new Map<string, string | null>(current).set(eclipse, null), options)).toEqual([
    missing,
  ]);
});

test('an edit is found at its line, with both sides', () => {
  expect(edited((text) => text.replace('pers_sex char(1)', 'pers_sex char(2)'))).toEqual([
    {
      file: eclipse,
      line: 21,
      found: '  pers_sex char(2) NULL, -- metadata={"item_ref":"PERS002A"}',
      expected: '  pers_sex char(1) NULL, -- metadata={"item_ref":"PERS002A"}',
    },
  ]);
});

test('a file that was cut or has more at its end differs at that line', () => {
  const lines = (current.get(eclipse) ?? '').split('\n').length;
  expect(edited((text) => text.trimEnd())).toEqual([{ file: eclipse, line: lines, found: null, expected: '' }]);
  expect(edited((text) => `${text}x`)).toEqual([{ file: eclipse, line: lines, found: 'x', expected: '' }]);
  expect(edited(() => '')[0]?.line).toBe(1);
});

test('a changed specification makes every script stale', () => {
  const changed = specification(person);
  expect(checkTargets(changed, current, options).map(({ file }) => file)).toEqual([...current.keys()]);
});

test('only the targets asked for are checked', () => {
  expect(checkTargets(standard, new Map(), { ...options, targets: TARGETS.slice(0, 1) })).toHaveLength(1);
});
