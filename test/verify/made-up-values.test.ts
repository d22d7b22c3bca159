/** Values in place of an authority: only where none is given, each its own, and in no script. */
import { answered, parametersMadeUp, withMadeUpValues } from '../../src/verify/made-up-values.js';
import { cmsNamed, mappedStandard } from '../sql/mapped.js';
import { small } from './small-mapping.js';

const standard = mappedStandard();
const parametersOf = (cms: ReturnType<typeof cmsNamed>) =>
  [cms.fragments, ...cms.mappings].flatMap(({ parameters }) => parameters);

test('every parameter without a value has one, the others keep theirs', () => {
  for (const name of ['eclipse', 'mosaic', 'liquid_logic']) {
    const cms = cmsNamed(standard, name);
    const [before, after] = [parametersOf(cms), parametersOf(answered(cms))];
    const open = before.flatMap(({ value }, index) => (value === null ? [index] : []));
    const values = open.map((index) => after[index]?.value);
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(open.length);
    expect(values.every((value) => /^\d+$/.test(String(value)))).toBe(true);
    expect(after.filter((_, index) => !open.includes(index))).toEqual(before.filter(({ value }) => value !== null));
  }
});

test('they are told by name, and what is given is not', () => {
  expect(parametersMadeUp(cmsNamed(small, 'liquid_logic'))).toEqual(['own_teams']);
  expect(parametersMadeUp(cmsNamed(withMadeUpValues(small), 'liquid_logic'))).toEqual([]);
});
