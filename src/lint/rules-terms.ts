/** Rules on the terms that items use: returns, CMS, constraints, code sets. */
import type { DataItem, Path } from '../specification/model.js';
import type { SpecificationIndex } from './index-specification.js';
import { nearest } from './nearest.js';
import { atItem, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';
import { type Terms, termsOf } from './terms.js';

export const TERM_RULES: readonly Rule[] = [
  {
    id: 'unknown-return',
    alone: true,
    severity: 'error',
    checks: 'every return is one of the vocabulary',
    why: 'the item is left out of the return that is meant',
    *run({ items }, { vocabulary }) {
      yield* unknownTerms(everyReturn(items), { terms: termsOf(vocabulary.returns), noun: 'return' });
    },
  },
  {
    id: 'unknown-cms',
    alone: true,
    severity: 'error',
    checks: 'every CMS is one of the vocabulary',
    why: 'the item is left out of the extract of the CMS that is meant',
    *run(index, { vocabulary }) {
      yield* unknownTerms(everyCms(index), { terms: termsOf(vocabulary.cms), noun: 'CMS' });
    },
  },
  {
    id: 'older-spelling',
    alone: true,
    severity: 'warning',
    checks: 'returns and CMS have their present names, letter case included',
    why: 'counts by return or CMS take the two spellings for two',
    *run(index, { vocabulary }) {
      yield* olderSpellings(everyReturn(index.items), termsOf(vocabulary.returns));
      yield* olderSpellings(everyCms(index), termsOf(vocabulary.cms));
    },
  },
  {
    id: 'unknown-constraint',
    alone: true,
    severity: 'error',
    checks: 'every constraint is one of the vocabulary',
    why: 'nothing is made of another',
    *run({ items }, { vocabulary }) {
      const terms = termsOf(vocabulary.constraints);
      const constraints = (item: DataItem) => ofList(item, item.constraints, 'constraints');
      yield* unknownTerms(items.flatMap(constraints), { terms, noun: 'constraint' });
    },
  },
  {
    id: 'unknown-code-set',
    severity: 'error',
    checks: 'a code set that an item names exists',
    why: 'nobody can know which values the item may hold',
    *run({ items, codeSetsByName, unread }) {
      for (const item of items) {
        const name = item.codeSet;
        if (name === '' || codeSetsByName.has(name) || unread.has(name)) continue;
        const expected = nearest(name, codeSetsByName.keys()) ?? 'the name of a code set file, without .yml';
        const message = `${shown(item.name)} has the code set ${shown(name)}, which does not exist`;
        yield atItem(item, 'code_set', { value: name, message, expected });
      }
    },
  },
];

interface Used {
  readonly item: DataItem;
  readonly term: string;
  readonly path: Path;
}

function ofList(item: DataItem, list: readonly string[], key: string): readonly Used[] {
  return list.map((term, position) => ({ item, term, path: [key, position] }));
}

function everyReturn(items: readonly DataItem[]): readonly Used[] {
  return items.flatMap((item) => ofList(item, item.returns, 'returns'));
}

function* everyCms({ mappings }: SpecificationIndex): Generator<Used> {
  for (const [item, itsMappings] of mappings) {
    yield* ofList(item, item.cms, 'cms');
    for (const { key, position, cms } of itsMappings) if (cms !== '') yield { item, term: cms, path: [key, position] };
  }
}

function* unknownTerms(used: Iterable<Used>, { terms, noun }: { terms: Terms; noun: string }): Generator<Fault> {
  for (const { item, term, path } of used) {
    if (terms.status(term) !== 'unknown') continue;
    const meant = terms.meant(term);
    const message = `${shown(term)} of ${shown(item.name)} is no ${noun}${meant.length > 1 ? ', but two joined' : ''}`;
    const expected = meant.join(' and ') || `one of ${terms.names.join(', ')}`;
    yield atItem(item, path, { value: term, message, expected });
  }
}

function* olderSpellings(used: Iterable<Used>, terms: Terms): Generator<Fault> {
  for (const { item, term, path } of used) {
    if (terms.status(term) !== 'older') continue;
    const name = terms.meant(term).join();
    const message = `${shown(term)} of ${shown(item.name)} is another spelling of ${shown(name)}`;
    yield atItem(item, path, { value: term, message, expected: name });
  }
}
