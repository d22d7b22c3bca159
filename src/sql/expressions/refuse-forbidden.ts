/** What no SQL of a mapping may have, whoever reads it. */
import type { Spot } from '../../specification/model.js';
import { MappingFault } from './fault.js';

const FORBIDDEN: readonly (readonly [found: RegExp, message: string])[] = [
  [/;/, 'a `;` ends a statement'],
  [/--|\/\*|\*\//, 'a comment can hide what follows'],
  [/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u, 'a control or invisible character'],
];

/** Refuses what no SQL of a mapping may have, written for one database or for all. */
export function refuseForbidden(spot: Spot, text: string): void {
  const found = FORBIDDEN.find(([pattern]) => pattern.test(text.replace(/[\r\n\t]+/g, ' ')));
  if (found === undefined) return;
  throw new MappingFault(spot, {
    code: 'mapping-forbidden',
    message: found[1],
    expected: 'one expression, without it',
  });
}
