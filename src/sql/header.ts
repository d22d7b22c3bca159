/** What an analyst reads first in a script. */
import { DEFAULT_SIZES } from './column-type.js';
import { comment, elementTag } from './comment-text.js';
import type { Target } from './targets.js';

const RULE = `-- ${'='.repeat(77)}`;

/** Takes the target and the standard's name; nothing of the specification, so that a change of it stays in its object. */
export function headerLines(target: Target, standard: string): readonly string[] {
  const sizes = Object.entries(DEFAULT_SIZES).map(([name, size]) => `${name}(${size})`);
  const said = [
    standard,
    `Tables for ${target.title}`,
    '',
    'Generated from the specification: do not edit, change the specification instead.',
    '',
    'What it does: creates each table of the standard with its keys and indexes where it',
    'is absent. It may be run again at any time. It drops nothing, deletes nothing, reads',
    'nothing from the CMS and changes no column of a table that exists already.',
    '',
    'At each column stands the item of the specification that it holds (item_ref).',
    `Sizes taken where the specification gives none: ${sizes.join(', ')}.`,
    'Foreign keys are enforced to ssd_person only; the others are written as comments.',
  ];
  return [...target.dialect.opening, elementTag('header'), RULE, ...said.map((line) => comment(line).trimEnd()), RULE];
}
