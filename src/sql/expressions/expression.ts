/**
 * Neutral SQL as nodes: what an expression means, checked and with every name resolved, before any database spells it.
 * There is nothing here that some database cannot do.
 */
import type { FunctionName } from './functions.js';
import type { ValueType } from './value-type.js';

/** A value. Every node knows its type, so that no cast is ever written by hand. */
export type Expression = { readonly type: ValueType } & (
  | { readonly kind: 'column'; readonly alias: string; readonly name: string; readonly ofSource: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'null' | 'true' }
  | { readonly kind: 'missing-parameter'; readonly name: string }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: 'arithmetic'; readonly operator: '+' | '-' | '*'; readonly operands: Two<Expression> }
  | { readonly kind: 'case'; readonly arms: readonly CaseArm[]; readonly otherwise: Expression | null }
  | {
      readonly kind: 'code';
      readonly operand: Expression;
      readonly pairs: readonly Two<Expression>[];
      readonly otherwise: Expression | null;
    }
  | {
      readonly kind: 'aggregate';
      readonly name: AggregateName;
      readonly distinct: boolean;
      readonly operand: Expression | null;
    }
  | {
      readonly kind: 'joined-text';
      readonly operand: Expression;
      readonly separator: string;
      readonly order: readonly OrderTerm[];
    }
  | { readonly kind: 'window'; readonly name: WindowName; readonly args: readonly Expression[]; readonly over: Over }
  | { readonly kind: 'query'; readonly query: Select }
  | { readonly kind: 'free'; readonly texts: Readonly<Record<string, string>> }
);

/** What is true, false or unknown; no value in any database. */
export type Condition =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly operands: Two<Expression> }
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'is-null'; readonly operand: Expression; readonly negated: boolean }
  | {
      readonly kind: 'in';
      readonly operand: Expression;
      readonly list: readonly Expression[];
      readonly negated: boolean;
    }
  | { readonly kind: 'like'; readonly operand: Expression; readonly pattern: string; readonly negated: boolean }
  | {
      readonly kind: 'between';
      readonly operand: Expression;
      readonly bounds: Two<Expression>;
      readonly negated: boolean;
    }
  | { readonly kind: 'exists'; readonly query: Select };

/** Two of a kind. */
export type Two<T> = readonly [T, T];
/** Comparisons that every database spells alike. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';
/** Aggregates. */
export type AggregateName = 'min' | 'max' | 'sum' | 'count';
/** Window functions. */
export type WindowName = AggregateName | 'row_number' | 'lag' | 'lead';

/** One branch of a case. */
export interface CaseArm {
  readonly when: Condition;
  readonly gives: Expression;
}

/** A missing value comes last, whatever the direction, unless `nullsFirst`. */
export interface OrderTerm {
  readonly value: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** What a window function looks at. */
export interface Over {
  readonly partition: readonly Expression[];
  readonly order: readonly OrderTerm[];
  /** `whole`: as the database has it without a frame; else the rows up to this one, or up to the one before it. */
  readonly frame: 'whole' | 'up-to-this' | 'before-this';
}

/** A column that a select gives. */
export interface Output {
  readonly name: string;
  readonly value: Expression;
}

/** What a select reads from. */
export type Relation = { readonly alias: string } & (
  | { readonly kind: 'source'; readonly table: string }
  | { readonly kind: 'set'; readonly name: string }
  /** A table of the standard. */
  | { readonly kind: 'own'; readonly table: string }
  | { readonly kind: 'derived'; readonly query: Query; readonly lateral: boolean }
);

/** A relation that is joined to those before it; `first` takes only the first row in this order. */
export interface Join {
  readonly kind: 'inner' | 'left' | 'cross';
  readonly relation: Relation;
  readonly on: Condition | null;
  readonly first: readonly OrderTerm[];
}

/** A select without union. */
export interface Select {
  readonly kind: 'select';
  readonly distinct: boolean;
  readonly outputs: readonly Output[];
  readonly from: Relation | null;
  readonly joins: readonly Join[];
  readonly where: Condition | null;
  readonly groupBy: readonly Expression[];
  readonly having: Condition | null;
  readonly order: readonly OrderTerm[];
  /** True where only the first row is taken. */
  readonly first: boolean;
}

/** Any select. */
export type Query = Select | { readonly kind: 'union'; readonly all: boolean; readonly sides: Two<Query> } | FreeQuery;

/** A select that is written for single databases. */
export interface FreeQuery {
  readonly kind: 'free';
  readonly texts: Readonly<Record<string, string>>;
}
