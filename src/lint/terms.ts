/** Reads a written term by a vocabulary: is it known, an older spelling, or unknown, and what does it mean? */
import type { Term } from '../specification/vocabulary.js';
import { nearest } from './nearest.js';

/** What a vocabulary answers about a written term. */
export interface Terms {
  /** The names, in the vocabulary's order. */
  readonly names: readonly string[];
  /** `older`: an alias, or the name in other letter case. A slip of the pen is never an older spelling. */
  status(term: string): 'known' | 'older' | 'unknown';
  /** The names that are meant: of `Local,AnnexA` both; none where nothing is near. */
  meant(term: string): readonly string[];
}

const KNOWN = new WeakMap<readonly (Term | string)[], Terms>();

/** The lookups of a vocabulary's terms, which are built once; a name alone is a term without aliases. */
export function termsOf(vocabulary: readonly (Term | string)[]): Terms {
  const terms = KNOWN.get(vocabulary) ?? buildTerms(vocabulary.map(asTerm));
  KNOWN.set(vocabulary, terms);
  return terms;
}

function asTerm(term: Term | string): Term {
  return typeof term === 'string' ? { name: term, title: term, aliases: [] } : term;
}

function buildTerms(vocabulary: readonly Term[]): Terms {
  const names = vocabulary.map(({ name }) => name);
  const known = new Set(names);
  const spellings = new Map<string, string>();
  const older = new Set<string>();
  for (const { name, aliases } of vocabulary) {
    for (const spelling of [...aliases, name]) {
      spellings.set(spelling.toLowerCase(), name);
      if (!isSlip(spelling, name)) older.add(spelling.toLowerCase());
    }
  }
  return {
    names,
    status(term) {
      if (known.has(term)) return 'known';
      return older.has(term.toLowerCase()) ? 'older' : 'unknown';
    },
    meant: (term) => meantBy(term, spellings),
  };
}

/** An alias nearly its name (`SSD903` of SSDA903) is a misspelling that was met before, not another name. */
function isSlip(alias: string, name: string): boolean {
  return letters(alias) !== letters(name) && nearest(alias, [name]) !== null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function meantBy(term: string, spellings: ReadonlyMap<string, string>): readonly string[] {
  const exact = spellings.get(term.toLowerCase());
  if (exact) return [exact];
  const parts = term.split(/[,;|/+&]/).map((part) => spellings.get(part.trim().toLowerCase()));
  if (parts.length > 1 && parts.every((part) => part !== undefined)) return parts;
  const close = spellings.get(nearest(term, spellings.keys()) ?? '');
  return close ? [close] : [];
}
