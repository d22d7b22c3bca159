/** What stands of everything that was said: the latest word of each voice, open objections, hold and override. */
import { type Entry, type EntryKind, type EntryOf, inTime } from './entry.js';
import { foldedName, type Member, memberByName, memberKey } from './roll.js';
import { type Covered, contentKey } from './unit.js';

/** An approval of one content by one voice. */
export interface Approved {
  readonly entry: EntryOf<'approve' | 'minute'>;
  readonly covered: Covered;
}

/** Somebody's word against the content of a unit. */
export interface Objection {
  readonly entry: EntryOf<'object'>;
  readonly voice: string;
  readonly covered: Covered;
}

/** What stands at the end of the record. */
export interface Standing {
  /**
   * By voice - `memberKey`, or `organisation Essex` for an organisation whose decision was minuted - and by content:
   * the latest of each.
   */
  readonly approvals: ReadonlyMap<string, ReadonlyMap<string, Approved>>;
  readonly objections: readonly Objection[];
  readonly hold: EntryOf<'hold'> | null;
  readonly override: EntryOf<'override'> | null;
  /** By content of a subject, without its SQL. */
  readonly types: ReadonlyMap<string, EntryOf<'classify'>>;
}

/** Names an organisation among the voices. */
export function organisationKey(organisation: string): string {
  return `organisation ${foldedName(organisation)}`;
}

/** What a classification and an objection are bound to: the change, whatever SQL others add to it. */
export function changeKey({ subject, fingerprint }: Pick<Covered, 'subject' | 'fingerprint'>): string {
  return JSON.stringify([subject, fingerprint]);
}

const TAKEN_BACK: readonly EntryKind[] = ['approve', 'object', 'classify', 'hold', 'minute', 'override'];

/** Whether an entry is one of those that its speaker can take back. */
export function isTakenBack({ kind }: Entry): boolean {
  return TAKEN_BACK.includes(kind);
}

/** Numbers of the entries that count no longer: taken back by who said them, at that moment or before, or dismissed. */
export function voided(entries: readonly Entry[]): ReadonlySet<number> {
  const withdrawals = entries.filter(({ kind }) => kind === 'withdraw');
  const dismissed = new Set(entries.flatMap((entry) => (entry.kind === 'dismissed' ? entry.voids : [])));
  const isVoid = (entry: Entry) =>
    (entry.source.startsWith('review ') && dismissed.has(entry.number)) ||
    withdrawals.some((later) => keyOf(later) === keyOf(entry) && isBefore(entry, later));
  return new Set(entries.filter((entry) => isTakenBack(entry) && isVoid(entry)).map(({ number }) => number));
}

/** GitHub tells times by the second: of the same one, only what stands below in the same comment comes after. */
function isBefore(entry: Entry, later: Entry): boolean {
  const between = Date.parse(later.at) - Date.parse(entry.at);
  if (between !== 0) return between > 0;
  return entry.number < later.number || entry.source !== later.source;
}

/** The voice of who spoke. */
export function keyOf(entry: Pick<Entry, 'who'> | undefined): string {
  return entry?.who ? memberKey(entry.who) : '';
}

/** Replays the record in the order of time. The roll tells who a name in minutes is. */
export function standingOf(entries: readonly Entry[], roll: readonly Member[]): Standing {
  const replay = new Replay(voided(entries), roll);
  for (const entry of inTime(entries)) replay.take(entry);
  return replay.standing();
}

class Replay {
  readonly #void: ReadonlySet<number>;
  readonly #roll: readonly Member[];
  readonly #approvals = new Map<string, Map<string, Approved>>();
  readonly #types = new Map<string, EntryOf<'classify'>>();
  #objections: Objection[] = [];
  #hold: EntryOf<'hold'> | null = null;
  #override: EntryOf<'override'> | null = null;

  constructor(voidNumbers: ReadonlySet<number>, roll: readonly Member[]) {
    this.#void = voidNumbers;
    this.#roll = roll;
  }

  take(entry: Entry): void {
    if (entry.kind === 'object') this.#object(entry);
    if (entry.kind === 'dismissed') this.#forget(entry);
    if (entry.kind === 'resolve') this.#resolve(entry);
    if (entry.kind === 'unhold') this.#hold = null;
    if (this.#void.has(entry.number)) return;
    if (entry.kind === 'approve') this.#approve(entry, [keyOf(entry)]);
    if (entry.kind === 'minute') this.#approve(entry, this.#minuted(entry));
    if (entry.kind === 'hold') this.#hold = entry;
    if (entry.kind === 'override') this.#override = entry;
    if (entry.kind === 'classify') for (const covered of entry.covers) this.#types.set(changeKey(covered), entry);
  }

  standing(): Standing {
    return {
      approvals: this.#approvals,
      objections: this.#objections,
      hold: this.#hold,
      override: this.#override,
      types: this.#types,
    };
  }

  /** Who approves content takes back what they had against it. */
  #approve(entry: EntryOf<'approve' | 'minute'>, voices: readonly string[]): void {
    const settled = new Set(entry.covers.map(changeKey));
    for (const voice of voices) {
      const known = this.#approvals.get(voice) ?? new Map<string, Approved>();
      for (const covered of entry.covers) known.set(contentKey(covered), { entry, covered });
      this.#approvals.set(voice, known);
      this.#objections = this.#objections.filter(
        (objection) => objection.voice !== voice || !settled.has(changeKey(objection.covered)),
      );
    }
  }

  /** An objection ends its speaker's approval, and that stays ended when the objection is taken back. */
  #object(entry: EntryOf<'object'>): void {
    const voice = keyOf(entry);
    this.#forget(entry);
    if (this.#void.has(entry.number)) return;
    this.#objections = [...this.#objections, ...entry.covers.map((covered) => ({ entry, voice, covered }))];
  }

  #forget(entry: Entry): void {
    const subjects = new Set(entry.covers.map(({ subject }) => subject));
    const own = this.#approvals.get(keyOf(entry));
    for (const [key, { covered }] of own ?? []) if (subjects.has(covered.subject)) own?.delete(key);
  }

  #resolve(entry: EntryOf<'resolve'>): void {
    const subjects = new Set(entry.covers.map(({ subject }) => subject));
    const may = (objection: Objection) =>
      objection.voice === keyOf(entry) || (entry.who?.roles.includes('chair') ?? false);
    this.#objections = this.#objections.filter(
      (objection) => !subjects.has(objection.covered.subject) || !may(objection),
    );
  }

  #minuted({ minuted: { organisations, people } }: EntryOf<'minute'>): readonly string[] {
    const named = people.map((name) => {
      const member = memberByName(this.#roll, name);
      return memberKey(member ?? { login: '', name });
    });
    return [...organisations.map(organisationKey), ...named];
  }
}
