/** Statements of the author that cannot be followed, told like any other slip: silence would look like consent. */
import type { Finding } from '../specification/finding.js';
import { unknownStatements } from './statement.js';

/** One finding for each; they stand in the words around the proposal, in no file. */
export function statementFindings(texts: readonly string[], changeTypes: readonly string[]): Finding[] {
  const lines = new Set(texts.flatMap((text) => unknownStatements(text, changeTypes)));
  return [...lines].map((line) => ({
    rule: 'unknown-change-type',
    severity: 'warning',
    file: 'commit messages',
    path: [],
    line: null,
    column: null,
    object: '',
    itemRef: '',
    value: line,
    message: `\`Change-Type: ${line}\` cannot be followed`,
    expected: `one of ${changeTypes.join(', ')}, alone or with item_refs after it`,
  }));
}
