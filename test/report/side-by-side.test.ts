import fc from 'fast-check';
import { runsOf } from '../../src/report/side-by-side.js';

describe('a diff side by side', () => {
  it('has what goes beside what comes in its place', () => {
    expect(runsOf([' a', '-b', '-c', '+d', ' e'])).toEqual([
      { stays: true, before: [' a'], after: [' a'] },
      { stays: false, before: ['-b', '-c'], after: ['+d'] },
      { stays: true, before: [' e'], after: [' e'] },
    ]);
  });

  it('leaves a side empty where nothing is', () => {
    expect(runsOf(['+a', ' b', '-c'])).toEqual([
      { stays: false, before: [], after: ['+a'] },
      { stays: true, before: [' b'], after: [' b'] },
      { stays: false, before: ['-c'], after: [] },
    ]);
    expect(runsOf([])).toEqual([]);
  });

  it('begins anew where something goes after something came', () => {
    expect(runsOf(['-a', '+b', '-c', '+d'])).toEqual([
      { stays: false, before: ['-a'], after: ['+b'] },
      { stays: false, before: ['-c'], after: ['+d'] },
    ]);
  });

  it('loses no line and turns none round, whatever the diff', () => {
    const line = fc.tuple(fc.constantFrom(' ', '+', '-'), fc.string()).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const runs = runsOf(lines);
        expect(runs.flatMap(({ before }) => before)).toEqual(lines.filter((text) => !text.startsWith('+')));
        expect(runs.flatMap(({ after }) => after)).toEqual(lines.filter((text) => !text.startsWith('-')));
      }),
    );
  });
});
