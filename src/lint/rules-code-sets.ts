/** Rules on code sets. */
import type { CodeSet, DataItem } from '../specification/model.js';
import type { SpecificationIndex } from './index-specification.js';
import { at, atItem, type Fault, type Rule } from './rule.js';
import { shown, shownList } from './shown.js';

export const CODE_SET_RULES: readonly Rule[] = [
  {
    id: 'code-boolean',
    alone: true,
    severity: 'warning',
    checks: 'codes such as Yes, No, on, off are quoted',
    why: 'to some parsers they are true and false, and the code is lost',
    *run({ specification }) {
      for (const codeSet of specification.codeSets) {
        const trapped = codeSet.values.filter(({ booleanTrap }) => booleanTrap);
        const message = `unquoted ${shownList(values(trapped))} in ${shown(codeSet.name)} can be read as true or false`;
        if (trapped[0]) yield at(trapped[0], [], { value: codeSet.name, message, expected: 'the codes in quotes' });
      }
    },
  },
  {
    id: 'code-empty',
    alone: true,
    severity: 'warning',
    checks: 'no code is empty',
    why: 'a blank cannot be told from a missing value',
    *run({ specification }) {
      for (const codeSet of specification.codeSets) {
        const empty = codeSet.values.filter(({ value }) => value.trim() === '');
        const many = empty.length === 1 ? 'an empty code' : `${empty.length} empty codes`;
        const message = `${shown(codeSet.name)} has ${many}`;
        if (empty[0]) yield at(empty[0], [], { value: codeSet.name, message, expected: 'a code, or no entry' });
      }
    },
  },
  {
    id: 'code-duplicate',
    alone: true,
    severity: 'warning',
    checks: 'a code set holds each code once',
    why: 'one code has two meanings',
    *run({ specification }) {
      for (const codeSet of specification.codeSets) yield* duplicates(codeSet);
    },
  },
  {
    id: 'code-too-long',
    severity: 'error',
    checks: 'codes fit into the items that use them',
    why: 'the value is cut off or the row refused',
    *run({ items, codeSetsByName }) {
      for (const item of items) {
        const codeSet = item.codeSet === '' ? undefined : codeSetsByName.get(item.codeSet);
        if (codeSet) yield* tooLong(item, codeSet);
      }
    },
  },
  {
    id: 'code-set-extra-keys',
    alone: true,
    severity: 'info',
    checks: 'codes have a value and a description and nothing else',
    why: 'what stands under other keys reaches nobody',
    *run({ specification }) {
      for (const codeSet of specification.codeSets) {
        if (codeSet.extraKeys.length === 0) continue;
        const message = `codes of ${shown(codeSet.name)} have other keys: ${shownList(codeSet.extraKeys)}`;
        yield at(codeSet, [], { value: codeSet.name, message, expected: 'value and description' });
      }
    },
  },
  {
    id: 'code-set-unreferenced',
    severity: 'info',
    checks: 'every code set is used by an item',
    why: 'nobody can tell which item its values belong to',
    run: unreferenced,
  },
];

function values(codes: CodeSet['values']): readonly string[] {
  return codes.map(({ value }) => value);
}

function* duplicates(codeSet: CodeSet): Generator<Fault> {
  const seen = new Set<string>();
  for (const code of codeSet.values) {
    if (code.value !== '' && seen.has(code.value)) {
      const message = `the code ${shown(code.value)} stands twice in ${shown(codeSet.name)}`;
      yield at(code, [], { value: `${codeSet.name} ${code.value}`, message, expected: 'each code once' });
    }
    seen.add(code.value);
  }
}

function* tooLong(item: DataItem, codeSet: CodeSet): Generator<Fault> {
  const { size } = item;
  if (typeof size !== 'number') return;
  const long = values(codeSet.values).filter((value) => [...value].length > size);
  if (long.length === 0) return;
  const codes = `${shownList(long)} of its code set ${shown(codeSet.name)}`;
  const message = `${shown(item.name)} has the size ${size}, too small for ${codes}`;
  const longest = Math.max(...long.map((value) => [...value].length));
  yield atItem(item, 'size', { value: codeSet.name, message, expected: `at least ${longest}` });
}

function* unreferenced({ items, specification }: SpecificationIndex): Generator<Fault> {
  const used = new Set(items.map((item) => item.codeSet));
  const unused = specification.codeSets.filter(({ name }) => !used.has(name));
  const expected = 'code_set on the items that hold its values';
  if (unused[0] && unused.length === specification.codeSets.length) {
    yield at(unused[0], [], { message: `no item uses any of the ${unused.length} code sets`, expected });
    return;
  }
  for (const codeSet of unused) {
    yield at(codeSet, [], {
      value: codeSet.name,
      message: `no item uses the code set ${shown(codeSet.name)}`,
      expected,
    });
  }
}
