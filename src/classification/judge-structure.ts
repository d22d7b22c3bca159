/** Types, sizes, keys and references. */
import type { Change } from '../changes/change.js';
import type { DataItem } from '../specification/model.js';
import type { TypeFamily, Vocabulary } from '../specification/vocabulary.js';
import type { Evidence } from './evidence.js';
import { bug, change, undecided, type Verdict } from './verdict.js';

/** Another family of types is another kind of data; a type that could never hold the item was a bug. */
export function judgeType(found: Change, evidence: Evidence): Verdict {
  const [from, to] = [String(found.before ?? ''), String(found.after ?? '')];
  if (found.class === 'cosmetic') return bug('patch', 'Only the letter case of the type differs.');
  if (from === '') return bug('patch', 'The type was missing and is filled in.');
  if (to === '') return change('major', 'The item loses its type.');
  const families = [familyOf(from, evidence.vocabulary), familyOf(to, evidence.vocabulary)] as const;
  const repaired = judgeRepairedType(found, evidence, families);
  if (repaired) return repaired;
  if (evidence.blockedBy(found).includes('unknown-type')) return bug('patch', `${to} is no type of the standard.`);
  if (families[0] === null || families[1] === null)
    return undecided('major', `${families[0] === null ? from : to} is not a known type.`);
  if (families[0] !== families[1])
    return change('major', `The kind of data changes from ${families[0]} to ${families[1]}.`);
  return change('patch', `${from} and ${to} hold the same kind of data.`);
}

/** A type that could never hold the item, or that its own references contradict, was wrong. */
function judgeRepairedType(
  found: Change,
  evidence: Evidence,
  families: readonly (TypeFamily | null)[],
): Verdict | null {
  const children = evidence.childrenOf(found);
  const weight = families[0] === families[1] ? 'patch' : 'major';
  if (children.length > 0 && children.every((child) => child.type === found.after)) {
    return bug(weight, `The ${children.length} foreign keys to it are ${String(found.after)} already.`);
  }
  const misfit = misfitOf(found, families[0] ?? null);
  if (misfit === 'impossible') return bug('patch', `The type ${String(found.before)} could never hold it.`);
  if (misfit === 'date as text')
    return bug('major', `A date was typed ${String(found.before)}; readers get another kind of data.`);
  return evidence.resolvedBy(found).length > 0 ? bug(weight, 'The old type was a fault that the check names.') : null;
}

/** Names that say what an item holds, against a family that cannot hold it. */
function misfitOf({ name, after }: Change, family: TypeFamily | null): 'impossible' | 'date as text' | null {
  if (family === 'text' && /(?:^|_)(?:date|dob|datetime|dttm)$/.test(name) && /date|time/i.test(String(after)))
    return 'date as text';
  const holdsText = /(?:^|_)(?:name|worker|team|flag|desc|description|code|type|status|need|postcode|json)$/.test(name);
  const isNoNumber = /(?:^|_)(?:name|need|desc|description|postcode|json)$/.test(name);
  return (family === 'date' && holdsText) || (family === 'number' && isNoNumber) ? 'impossible' : null;
}

/** The family of a type, also in its older spellings (`VARCHAR(10)`). */
function familyOf(type: string, vocabulary: Vocabulary): TypeFamily | null {
  const bare = type.toLowerCase().replace(/\(.*$/, '').trim();
  const known = vocabulary.types.find(({ name }) => name === bare);
  if (known) return known.family;
  if (/char|text|string|json/.test(bare)) return 'text';
  if (/^(?:date|time)/.test(bare)) return 'date';
  if (/^(?:int|bigint|smallint|tinyint|float|decimal|numeric|number|double|real)/.test(bare)) return 'number';
  if (/^(?:bit|bool)/.test(bare)) return 'boolean';
  return /^(?:var)?binary|bytea|raw|blob/.test(bare) ? 'binary' : null;
}

/** Room gained is minor, room lost is major: longer values are cut. */
export function judgeSize(found: Change, evidence: Evidence): Verdict {
  const before = sizeNumber(found.before);
  const after = sizeNumber(found.after);
  const retyped = evidence.siblings(found).some(({ kind }) => kind === 'item-type-changed');
  if (before === null && retyped) return change('patch', 'It is the size of the new type.');
  if (before === null) return judgeFirstSize(found, evidence);
  if (after === null) return change('minor', 'The size is no longer declared.');
  if (after > before) return change('minor', 'The item holds more than before; nothing is lost.');
  return change('major', 'The item holds less than before; longer values are lost.');
}

/** A size belongs to some types only. */
function judgeFirstSize(found: Change, { itemOf, vocabulary }: Evidence): Verdict {
  const type = itemOf(found).after?.type.toLowerCase() ?? '';
  const isUnsized = vocabulary.types.some(({ name, sized }) => name === type && !sized);
  return isUnsized
    ? bug('patch', `The type ${type} has no size, so the one that is given means nothing.`)
    : bug('patch', 'The size was missing and is filled in.');
}

function sizeNumber(value: Change['before']): number | null {
  if (value === 'max') return Number.POSITIVE_INFINITY;
  return typeof value === 'number' ? value : null;
}

/** A key that was meant all along is a repair; another key breaks joins and loads. */
export function judgePrimaryKey(found: Change, evidence: Evidence): Verdict {
  const { before } = evidence.itemOf(found);
  const resolved = evidence.resolvedBy(found).length > 0;
  if (found.after === true) {
    const meant = resolved || isKeyByName(before) || before?.constraints.includes('pk') === true;
    if (meant) return bug('major', 'It was the key already; now it says so. Loads with blanks or repetitions fail.');
    const keys = evidence.keysOf(found).map((name) => `\`${name}\``);
    return keys.length > 1
      ? change(
          'major',
          `The key is of ${keys.length} items now, ${keys.join(', ')}: one alone no longer tells the rows apart.`,
        )
      : change('major', 'Another item becomes the key: joins and loads on the old one break.');
  }
  return resolved
    ? bug('major', 'The item was no key; joins on it are wrong.')
    : change('major', 'The object loses a key that joins rely on.');
}

function isKeyByName(item: DataItem | null): boolean {
  return item !== null && /(?:^|_)table_id$/.test(item.name);
}

/** Tightened, rows that were valid fail; relaxed, nothing does. */
export function judgeValidators(found: Change, evidence: Evidence): Verdict {
  const keyChange = evidence.siblings(found).some(({ kind }) => kind === 'item-primary-key-changed');
  const { before } = evidence.itemOf(found);
  const resolved = evidence.resolvedBy(found).length > 0;
  if (found.after === true) {
    const reason = `\`${found.part}\` on an item that exists is a tightening: rows that broke it fail to load.`;
    return keyChange || before?.primaryKey || resolved
      ? bug('major', `It goes with the key. ${reason}`)
      : change('major', reason);
  }
  return resolved
    ? bug('minor', `\`${found.part}\` could not be true of the item.`)
    : change('minor', `\`${found.part}\` is relaxed; nothing that was valid becomes invalid.`);
}

/** A second statement of the keys, which are declared elsewhere. */
export function judgeConstraints(found: Change, evidence: Evidence): Verdict {
  if (evidence.resolvedBy(found).length > 0)
    return bug('patch', 'The constraints contradicted the key; now they agree.');
  return change('patch', 'The constraints are described anew; the keys themselves are declared elsewhere.');
}

/** Rules about references that cannot be followed at all; other findings about a reference are of degree. */
const LED_NOWHERE: ReadonlySet<string> = new Set([
  'foreign-key-dangling',
  'foreign-key-malformed',
  'foreign-key-meaning',
]);

/** A reference that led nowhere is repaired, one that follows a rename goes with it, others are declared. */
export function judgeForeignKey(found: Change, evidence: Evidence): Verdict {
  const resolved = evidence.resolvedBy(found);
  if (found.class === 'cosmetic') return bug('patch', 'Only letter case or white space differs.');
  if (found.before === null) return change('minor', 'A relationship is declared that was not.');
  if (found.after === null) {
    return resolved.some((rule) => LED_NOWHERE.has(rule))
      ? bug('patch', 'A reference that led nowhere goes.')
      : change('minor', 'A relationship is no longer declared.');
  }
  if (evidence.isRename(String(found.before), String(found.after))) {
    return change('patch', 'It follows the rename of the item it refers to.');
  }
  if (resolved.length > 0)
    return bug('patch', `\`${String(found.before)}\` did not lead anywhere; the reference is repaired.`);
  return change('minor', 'The relationship leads to another item.');
}
