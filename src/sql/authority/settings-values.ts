/** Which values the keys of a local authority's configuration take. */
import type { PlainValue } from '../../specification/yaml-value.js';
import { HIDDEN } from '../comment-text.js';
import type { SettingKind } from './settings-keys.js';

/** Brackets and quotes are the dialects' to add; a dot parts names. */
const NAME = /^[^."'`[\]\s](?:[^."'`[\]]*[^."'`[\]\s])?$/;
const PREFIX = /^#{1,2}[A-Za-z0-9_]*$/;

const isName = (value: PlainValue) => typeof value === 'string' && NAME.test(value) && !HIDDEN.test(value);
const isScalar = (value: PlainValue) => value === null || typeof value !== 'object';

const RIGHT: Readonly<Record<SettingKind, (value: PlainValue) => boolean>> = {
  code: (value) => /^\d{3}$/.test(String(value)),
  text: isScalar,
  note: isScalar,
  flag: (value) => typeof value === 'boolean',
  years: (value) => typeof value === 'number' && value >= 1 && value <= 99,
  name: isName,
  names: (value) => typeof value === 'string' && value.split('.').every(isName),
  prefix: (value) => typeof value === 'string' && PREFIX.test(value),
  objects: (value) =>
    Array.isArray(value) &&
    value.every((entry) => entry === null || (typeof entry === 'string' && !HIDDEN.test(entry))),
  'own names': (value) => Array.isArray(value),
};

/** Takes the kind of a key and a value that is not blank, answers whether the key takes it. */
export function isRight(kind: SettingKind, value: PlainValue): boolean {
  return RIGHT[kind](value);
}
