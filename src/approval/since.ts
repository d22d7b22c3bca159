/** Why an earlier word no longer covers what: how the content differs from that which each voice last decided on. */
import type { Alteration, Since } from './approval-state.js';
import type { Entry, EntryOf, ShownUnit } from './entry.js';
import { inTime } from './entry.js';
import { type Member, memberKey } from './roll.js';
import { type Content, unitsShown } from './shown.js';
import { keyOf, type Standing } from './standing.js';
import { contentKey, type Unit } from './unit.js';

interface Around {
  readonly roll: readonly Member[];
  readonly standing: Standing;
}

type Decided = EntryOf<'approve' | 'object' | 'minute'>;

/** For each member who decided here: what has become of the content since. Who saw just this is left out. */
export function sinceEach(entries: readonly Entry[], content: Content, { roll, standing }: Around): readonly Since[] {
  return roll.flatMap((member) => {
    const last = lastWord(entries, memberKey(member));
    if (!last) return [];
    const before = unitsShown(entries, last.saw);
    const approved = [...(standing.approvals.get(memberKey(member))?.values() ?? [])].map(
      ({ covered }) => covered.subject,
    );
    const found = compare(before, content.units, new Set(approved));
    const isSame = found.altered.length + found.added.length + found.gone.length === 0;
    return isSame ? [] : [{ name: member.name, at: last.at, commit: last.commit, ...found }];
  });
}

function lastWord(entries: readonly Entry[], voice: string): Decided | null {
  const own = inTime(entries).filter(
    (entry) =>
      (entry.kind === 'approve' || entry.kind === 'object' || entry.kind === 'minute') && keyOf(entry) === voice,
  );
  return (own.at(-1) as Decided | undefined) ?? null;
}

function compare(
  before: readonly ShownUnit[],
  now: readonly Unit[],
  approved: ReadonlySet<string>,
): Pick<Since, 'altered' | 'added' | 'gone'> {
  const known = new Map(before.map((unit) => [unit.subject, unit]));
  const current = new Set(now.map(({ subject }) => subject));
  return {
    altered: now.flatMap((unit) => {
      const was = known.get(unit.subject);
      return was && contentKey(was) !== contentKey(unit) ? [alteration(was, unit, approved.has(unit.subject))] : [];
    }),
    added: now.filter(({ subject }) => !known.has(subject)).map(({ id }) => id),
    gone: before.filter(({ subject }) => !current.has(subject)).map(({ id }) => id),
  };
}

function alteration(was: ShownUnit, unit: Unit, wasApproved: boolean): Alteration {
  const targets = [...new Set([...Object.keys(was.sql), ...Object.keys(unit.sql)])].sort();
  return {
    id: unit.id,
    wasApproved,
    isChanged: was.fingerprint !== unit.fingerprint,
    targets: targets.filter((target) => was.sql[target] !== unit.sql[target]),
  };
}
