/**
 * What agreement means, told a second time and in another way: for each unit, who said yes to exactly this content,
 * having it before them, and said nothing against it later. It knows nothing of the record, of covers or of replays.
 */
interface Content {
  readonly [id: string]: { readonly text: string; readonly sql: string };
}

interface Word {
  readonly who: string;
  says: 'yes' | 'no' | 'settled' | 'wait' | 'go' | 'back' | 'over';
  /** Null: the whole of what was seen. */
  readonly ids: readonly string[] | null;
  /** What the speaker had before them; for a review, what stands at its commit. */
  readonly seen: Content;
  /** A review counts when the App has come to know what stands at its commit. */
  readonly commit: number | null;
  /** What a word against something is against, once it is heard. */
  against: readonly Content[] | null;
  readonly displayed: Content;
  isGone: boolean;
  /** The App knows of it, so that a dismissal says what it was; one that comes before leaves nothing of it. */
  isHeard: boolean;
  readonly isReview: boolean;
}

/** Organisation and CMS of those who decide in the properties; Sam is of the organisation of Olga. */
export const VOICES: Readonly<Record<string, { readonly organisation: string; readonly cms: string }>> = {
  olga: { organisation: 'D2I', cms: '' },
  sam: { organisation: 'D2I', cms: '' },
  esther: { organisation: 'Essex', cms: 'mosaic' },
  henry: { organisation: 'Hertfordshire', cms: 'eclipse' },
  nina: { organisation: 'NW ADCS', cms: '' },
};

export class NaiveModel {
  #content: Content = {};
  #displayed: Content = {};
  #commit = 1;
  readonly #known = new Map<number, Content>();
  #words: Word[] = [];
  readonly #authors = new Set<string>(['cara']);
  readonly #left = new Set<string>();

  constructor(first: Content) {
    this.#content = first;
  }

  take(event: string): void {
    if (event === 'the App looks') {
      this.#takeBack();
      for (const word of this.#words) word.against ??= this.#against(word);
      for (const word of this.#words) word.isHeard ||= this.#isHeard(word);
    }
    if (event === 'the App looks' || event === 'the App shows what stands there') {
      this.#displayed = this.#content;
      this.#known.set(this.#commit, this.#content);
    }
    const push =
      /^(only the SQL of )?(\S+) is (altered|put back|taken out)$|^a bot commit$|^(\w+) pushes a commit$/.exec(event);
    if (push) this.#push(push);
    const said =
      /^(\w+) (approves|asks for changes|says \/(approve|object|resolve|withdraw|hold|unhold|override)(.*))(?: commit (\d+))?$/.exec(
        event,
      );
    if (said) this.#say(event, said);
    const dismissed = /^the last review of (\w+) is dismissed$/.exec(event)?.[1];
    if (dismissed) this.#dismiss(dismissed);
    const edits = /^(\w+) edits what was said$/.exec(event)?.[1];
    if (edits) this.#unsay(edits, ({ isReview }) => !isReview);
    const left = /^(\w+) leaves the group$/.exec(event)?.[1];
    if (left) {
      this.#left.add(left);
      this.#unsay(left, () => true);
    }
  }

  /** Who takes back, takes back everything that was said before. */
  #takeBack(): void {
    for (const [at, { who, says, against }] of this.#words.entries()) {
      if (says !== 'back' || against !== null) continue;
      for (const word of this.#words.slice(0, at)) if (word.who === who) word.isGone = true;
    }
  }

  #dismiss(who: string): void {
    const last = this.#words.findLast((word) => word.isReview && word.who === who);
    if (!last) return;
    last.isGone = true;
    if (last.isHeard) return;
    last.says = 'no';
    last.against = null;
  }

  /** What somebody may not say any more when it is heard has not been said. */
  #unsay(who: string, isSo: (word: Word) => boolean): void {
    this.#words = this.#words.filter((word) => word.who !== who || word.against !== null || !isSo(word));
  }

  #push([, onlySql, id = '', how, author]: RegExpExecArray): void {
    this.#commit += 1;
    if (author) {
      this.#authors.add(author);
      this.#unsay(author, ({ says, isReview }) => (says === 'yes' || says === 'over') && !isReview);
    }
    const own = this.#content[id];
    const rest = Object.fromEntries(Object.entries(this.#content).filter(([key]) => key !== id));
    if (how === 'taken out') this.#content = rest;
    else if (own) {
      const text = how === 'put back' ? 'first' : onlySql ? own.text : `${own.text}+`;
      const sql = how === 'put back' ? 'first' : onlySql ? `${own.sql}+` : own.sql;
      this.#content = { ...this.#content, [id]: { text, sql } };
    }
  }

  #say(event: string, [, who = '', , command = '', rest = '']: RegExpExecArray): void {
    if (this.#left.has(who)) return;
    const isReview = !event.includes('/');
    const ids = rest.match(/SSD-\d+/g);
    const seen = isReview ? this.#content : this.#displayed;
    const about = ids?.filter((id) => id in seen) ?? null;
    if (/hold|override/.test(command) && who !== 'olga') return;
    if (
      !isReview &&
      !/hold|withdraw/.test(command) &&
      (this.#known.size === 0 || (ids && about?.length !== ids.length))
    )
      return;
    if (/approve|override/.test(command) && (this.#authors.has(who) || Object.keys(seen).length === 0)) return;
    const kinds = {
      approve: 'yes',
      object: 'no',
      resolve: 'settled',
      hold: 'wait',
      unhold: 'go',
      withdraw: 'back',
      override: 'over',
    } as const;
    const says = isReview ? (event.endsWith('approves') ? 'yes' : 'no') : kinds[command as keyof typeof kinds];
    const commit = isReview ? this.#commit : null;
    this.#words.push({
      who,
      says,
      ids: about,
      seen,
      commit,
      against: null,
      displayed: this.#displayed,
      isGone: false,
      isHeard: false,
      isReview,
    });
  }

  /** Whether the chair has agreed, in the place of everybody, to all of this and to nothing else. */
  isOverridden(): boolean {
    const isChair = !this.#authors.has('olga') && !this.#left.has('olga');
    const isThis = (seen: Content) =>
      Object.keys(seen).length === Object.keys(this.#content).length &&
      Object.keys(seen).every((id) => this.#isThis(seen, id));
    return isChair && this.#words.some(({ says, isGone, seen }) => says === 'over' && !isGone && isThis(seen));
  }

  /** Whether the policy is met: two people of two organisations a unit, and who speaks for Mosaic where SQL is. */
  isAgreed(): boolean {
    const held = this.#words.findLast(({ says, isGone }) => says === 'go' || (says === 'wait' && !isGone));
    return held?.says !== 'wait' && Object.keys(this.#content).every((id) => this.#isMet(id) && !this.#isObjected(id));
  }

  #isMet(id: string): boolean {
    const yes = Object.keys(VOICES).filter(
      (who) => !this.#authors.has(who) && !this.#left.has(who) && this.#saidYes(who, id),
    );
    const organisations = new Set(yes.map((who) => VOICES[who]?.organisation));
    return yes.length >= 2 && organisations.size >= 2 && (id !== 'SSD-0032' || yes.includes('esther'));
  }

  #saidYes(who: string, id: string): boolean {
    const own = this.#words.filter((word) => word.who === who && this.#isHeard(word));
    const last = own.findLastIndex((word) => word.says === 'no' && concerns(word, id));
    return own
      .slice(last + 1)
      .some((word) => word.says === 'yes' && !word.isGone && isAbout(word, id) && this.#isThis(word.seen, id));
  }

  /** A review on a commit that nobody has looked at is against what stands when it is heard. */
  #against({ commit, seen, displayed }: Word): readonly Content[] {
    return commit === null || this.#known.has(commit) ? [seen, displayed] : [this.#content, displayed];
  }

  #isHeard({ says, commit }: Word): boolean {
    return commit === null || says === 'no' || this.#known.has(commit);
  }

  #isThis(seen: Content, id: string): boolean {
    return seen[id]?.text === this.#content[id]?.text && seen[id]?.sql === this.#content[id]?.sql;
  }

  #isObjected(id: string): boolean {
    const text = this.#content[id]?.text;
    return this.#words.some((word, at) => {
      const saw = (word.against ?? []).map((seen) => (isAbout(word, id) ? seen[id]?.text : undefined));
      if (word.says !== 'no' || word.isGone || this.#left.has(word.who) || !saw.includes(text)) return false;
      return !this.#words.slice(at + 1).some((later) => this.#settles(later, word, id, text ?? ''));
    });
  }

  #settles(later: Word, { who }: Word, id: string, text: string): boolean {
    if (!isAbout(later, id)) return false;
    if (later.says === 'settled') return id in later.seen && (later.who === who || later.who === 'olga');
    return (
      later.says === 'yes' &&
      later.who === who &&
      !later.isGone &&
      this.#isHeard(later) &&
      later.seen[id]?.text === text
    );
  }
}

function isAbout({ ids }: Word, id: string): boolean {
  return ids === null || ids.includes(id);
}

function concerns(word: Word, id: string): boolean {
  return isAbout(word, id) && (word.against ?? []).some((seen) => id in seen);
}
