/** What a lint rule is, and how it says what it found. */
import type { Config } from '../config/config.js';
import type { Severity } from '../specification/finding.js';
import type { MappingProblem } from '../specification/mapping-fault.js';
import type { DataItem, DataObject, Path, Specification, Spot } from '../specification/model.js';
import type { Vocabulary } from '../specification/vocabulary.js';
import type { SpecificationIndex } from './index-specification.js';

/** What the rules measure a specification by. */
export interface LintContext {
  readonly vocabulary: Vocabulary;
  readonly config: Config;
  /** Finds what is wrong with the SQL of mappings; where it is not given, their SQL is not looked at. */
  readonly mappingProblems?: (specification: Specification) => readonly MappingProblem[];
}

/** What a rule found and where: a finding without the rule's own id and severity. */
export interface Fault extends Spot {
  readonly object: string;
  readonly itemRef: string;
  /** The value concerned; see `Finding.value`. */
  readonly value: string;
  readonly message: string;
  readonly expected: string;
  /** Only where a place that could not be read brings its own. */
  readonly severity?: Severity;
  readonly line?: number;
  readonly column?: number;
}

/** One row of the rule table. */
export interface Rule {
  /** Kebab-case and stable: people and configurations refer to it. */
  readonly id: string;
  /** `error`: the standard cannot be used or traced as it is; `warning`: it misleads; `info`: it is incomplete. */
  readonly severity: Severity;
  /** What the rule looks for, one line. */
  readonly checks: string;
  /** What goes wrong when nobody mends it, one line. */
  readonly why: string;
  /** `steward record` mends it by itself: a matter of the records, not of the proposal. */
  readonly mendedByRecord?: true;
  /** The rule looks at one object or code set at a time; one that both revisions share is then judged once. */
  readonly alone?: true;
  run(index: SpecificationIndex, context: LintContext): Iterable<Fault>;
}

interface Said {
  readonly message: string;
  readonly expected: string;
  readonly value?: string;
}

/** A fault of a data item, at one of its keys or at a place below it. */
export function atItem(item: DataItem, below: string | Path, said: Said): Fault {
  return fault(item, below, { said, object: item.object, itemRef: item.ref });
}

/** A fault of a data object as a whole. */
export function atObject(object: DataObject, below: string | Path, said: Said): Fault {
  return fault(object, below, { said, object: object.name, itemRef: '' });
}

/** A fault that belongs to no data object. */
export function at(spot: Spot, below: string | Path, said: Said): Fault {
  return fault(spot, below, { said, object: '', itemRef: '' });
}

function fault(spot: Spot, below: string | Path, whose: { said: Said; object: string; itemRef: string }): Fault {
  const { value = '', message, expected } = whose.said;
  const path = spot.path.concat(below);
  return { file: spot.file, path, object: whose.object, itemRef: whose.itemRef, value, message, expected };
}
