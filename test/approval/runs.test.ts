/** Identifiers as people write them, and as commands take them. */
import { runsOf } from '../../src/approval/runs.js';
import { chooseAll } from '../../src/approval/targets.js';
import { aUnit } from './world.js';

const said = (...ids: string[]) => runsOf(ids).map(({ text, count }) => `${text}${count > 1 ? ` (${count})` : ''}`);

test.each<[string, string[], string[]]>([
  ['none', [], []],
  ['two that follow each other', ['SSD-0001', 'SSD-0002'], ['SSD-0001', 'SSD-0002']],
  ['three', ['SSD-0001', 'SSD-0002', 'SSD-0003'], ['SSD-0001..0003 (3)']],
  ['a gap', ['SSD-0001', 'SSD-0002', 'SSD-0003', 'SSD-0005'], ['SSD-0001..0003 (3)', 'SSD-0005']],
  ['twice the same', ['SSD-0001', 'SSD-0001', 'SSD-0002'], ['SSD-0001', 'SSD-0001', 'SSD-0002']],
  ['downwards', ['SSD-0003', 'SSD-0002', 'SSD-0001'], ['SSD-0003', 'SSD-0002', 'SSD-0001']],
  ['another length', ['SSD-9998', 'SSD-9999', 'SSD-10000'], ['SSD-9998', 'SSD-9999', 'SSD-10000']],
  ['two prefixes', ['A-01', 'B-02', 'C-03'], ['A-01', 'B-02', 'C-03']],
  ['refs', ['PERS001A', 'PERS002A', 'PERS003A'], ['PERS001A', 'PERS002A', 'PERS003A']],
])('%s', (_, ids, runs) => {
  expect(said(...ids)).toEqual(runs);
});

test('a command takes what is shown, and means the same', () => {
  const units = [28, 29, 30, 40].map((number) => aUnit(`SSD-00${number}`, {}));
  const [run] = runsOf(units.map(({ id }) => id));
  const chosen = chooseAll(run?.text ?? '', { shown: units, current: units, tracks: [] });
  expect('units' in chosen && chosen.units.map(({ id }) => id)).toEqual(['SSD-0028', 'SSD-0029', 'SSD-0030']);
});
