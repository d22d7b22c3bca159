/** What a script lacks is told with its place, once however many scripts lack it. */
import { problemLines } from '../../src/commands/sql-problems.js';
import { fileOf } from '../fakes/memory-repository.js';

const file = 'spec/objects/ssd_x.yml';
const files = new Map([[file, fileOf(file, 'nodes:\n- name: ssd_x\n  fields:\n  - name: x\n')]]);
const problem = { object: 'ssd_x', itemRef: 'X', file, path: ['nodes', 0, 'fields', 0], message: 'No column "x"' };

test('with file, line and column', () => {
  expect(problemLines([problem, { ...problem }], { files })).toEqual([
    'steward: spec/objects/ssd_x.yml:4:5 ssd_x: No column "x".\n',
  ]);
});

test('a file that is not there, and what a terminal would act on', () => {
  const [line] = problemLines([{ ...problem, file: 'gone.yml', message: 'x\u001b[2Jy' }], { files });
  expect(line).toMatch(/^steward: gone\.yml:1:1 ssd_x: x/);
  expect(line).not.toContain('\u001b');
});
