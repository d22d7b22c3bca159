/** Who counts for a unit: whoever approved exactly its content, is of the steering group, and wrote none of it. */
import { type Author, foldedName, type Member, memberKey, type Partiality, partialityOf } from './roll.js';
import { type Approved, organisationKey, type Standing } from './standing.js';
import { contentKey, type Unit } from './unit.js';

/** A voice that counts. */
export interface Counted {
  readonly voice: string;
  /** Of the person, or of the organisation whose decision was minuted. */
  readonly name: string;
  readonly organisation: string;
  readonly speaksFor: readonly string[];
  /** False for an organisation of which a person counts already. */
  readonly isMember: boolean;
  readonly approved: Approved;
}

/** Why an approval does not count: who gave it is not, or no longer, of the group, or answers for the proposal. */
export type Discount = Partiality | 'former' | 'own-organisation';

/** An approval that does not count. */
export interface Discounted {
  readonly voice: string;
  readonly name: string;
  readonly why: Discount;
}

/** Whose word is judged. */
export interface Electorate {
  readonly roll: readonly Member[];
  readonly authors: readonly Author[];
}

/** Takes a unit and what stands, gives who counts for it and who does not. People come before their organisations. */
export function countFor(
  unit: Unit,
  standing: Standing,
  electorate: Electorate,
): { readonly counted: readonly Counted[]; readonly discounted: readonly Discounted[] } {
  const wanted = contentKey(unit);
  const approvals = [...standing.approvals].flatMap(([voice, own]) => {
    const approved = own.get(wanted);
    return approved ? [{ voice, approved }] : [];
  });
  const people = approvals
    .filter(({ voice }) => !voice.startsWith('organisation '))
    .map((one) => person(one, electorate));
  const counted = people.filter((one) => 'approved' in one);
  const organisations = approvals
    .filter(({ voice }) => voice.startsWith('organisation '))
    .map((one) => organisation(one, counted, electorate));
  const all = [...people, ...organisations];
  return {
    counted: all.filter((one) => 'approved' in one),
    discounted: all.filter((one) => 'why' in one),
  };
}

interface Candidate {
  readonly voice: string;
  readonly approved: Approved;
}

function person({ voice, approved }: Candidate, { roll, authors }: Electorate): Counted | Discounted {
  const member = roll.find((one) => memberKey(one) === voice);
  if (!member) return { voice, name: speakerName(voice, approved), why: 'former' };
  const partiality = partialityOf(member, authors);
  if (partiality) return { voice, name: member.name, why: partiality };
  const { name, organisation: own, speaksFor } = member;
  return { voice, name, organisation: own, speaksFor, isMember: true, approved };
}

function speakerName(voice: string, { entry }: Approved): string {
  const minuted = entry.kind === 'minute' ? entry.minuted.people : [];
  return minuted.find((name) => voice === `name ${foldedName(name)}`) ?? entry.who?.name ?? voice;
}

/** An organisation agrees through somebody who did not write the proposal; for a CMS, through who is not on GitHub. */
function organisation(
  { voice, approved }: Candidate,
  people: readonly Counted[],
  { roll, authors }: Electorate,
): Counted | Discounted {
  const own = roll.filter((member) => organisationKey(member.organisation) === voice);
  const name = own[0]?.organisation ?? voice.slice('organisation '.length);
  if (own.length === 0) return { voice, name, why: 'former' };
  const impartial = own.filter((member) => partialityOf(member, authors) === null);
  if (impartial.length === 0) return { voice, name, why: 'own-organisation' };
  const speaksFor = impartial.filter(({ login }) => login === '').flatMap((member) => member.speaksFor);
  const isMember = !people.some((counted) => organisationKey(counted.organisation) === voice);
  return { voice, name, organisation: name, speaksFor: [...new Set(speaksFor)], isMember, approved };
}
