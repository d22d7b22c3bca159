/** The meeting pack as data: every open change request, one page each, with what is still to be decided. */
import { type ApprovalState, PASSING } from '../approval/approval-state.js';
import type { Member } from '../approval/roll.js';
import { shownIn } from '../approval/shown.js';
import { givenIdentifiers, withIdentifiers } from '../pull-request/identifiers.js';
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import type { Review } from '../review.js';
import { meetingCommands } from './meeting-commands.js';
import { type OrganisationVote, votesOf } from './votes.js';

/** One change request as a meeting has it before it. */
export interface AgendaPage {
  readonly number: number;
  readonly title: string;
  /** Login of who opened it. */
  readonly author: string;
  readonly review: Review;
  readonly approval: ApprovalState;
  /** By organisation, in the order of the policy. */
  readonly votes: readonly OrganisationVote[];
  /** Comments that minute what the meeting decides. */
  readonly commands: readonly string[];
  /** Names of those who may minute. */
  readonly minutedBy: readonly string[];
  readonly chairs: readonly string[];
  /** ISO 8601: when this was first shown to anybody; `''` where it was not yet. */
  readonly since: string;
}

/** A change request that could not be judged, and why. */
export interface Unjudged {
  readonly number: number;
  readonly title: string;
  readonly why: string;
}

/** The whole pack. */
export interface Agenda {
  /** `owner/name`. */
  readonly repository: string;
  /** ISO 8601. */
  readonly made: string;
  /** What waits for somebody first, then what is agreed. */
  readonly pages: readonly AgendaPage[];
  readonly unjudged: readonly Unjudged[];
  /** From forks: whose commits another pull request carries, on which they are decided; 0 while there is none yet. */
  readonly elsewhere: readonly { readonly number: number; readonly on: number }[];
  /** Pull requests that touch nothing of the standard. */
  readonly others: readonly number[];
}

/** What the pack is made from. */
export interface AgendaInput extends Pick<Agenda, 'repository' | 'made' | 'unjudged'> {
  readonly states: readonly PullRequestState[];
  /** Day of the meeting, `yyyy-mm-dd`, or what stands in its place. */
  readonly meeting: string;
}

/** A pull request whose decisions are made on another one stands there. */
export function agendaOf({ repository, made, unjudged, states, meeting }: AgendaInput): Agenda {
  const pages = states.flatMap((state) => pageOf(state, meeting));
  const carried = states.filter(({ decisions }) => decisions.approval === null);
  const empty = states.filter(({ decisions }) => decisions.approval !== null && decisions.content.units.length === 0);
  return {
    repository,
    made,
    pages: pages.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number),
    unjudged,
    elsewhere: carried.map(({ pull, companion }) => ({ number: pull.number, on: companion?.pull?.number ?? 0 })),
    others: empty.map(({ pull }) => pull.number),
  };
}

function pageOf(state: PullRequestState, meeting: string): AgendaPage[] {
  const { pull, decisions, result } = state;
  const { approval, content, context, entries } = decisions;
  if (approval === null || content.units.length === 0) return [];
  const namesOf = (isMeant: (member: Member) => boolean) => context.roll.filter(isMeant).map(({ name }) => name);
  return [
    {
      number: pull.number,
      title: pull.title,
      author: pull.author.login,
      review: withIdentifiers(result.review, givenIdentifiers(state)),
      approval,
      votes: votesOf(approval, context.roll),
      commands: meetingCommands(approval, { roll: context.roll, meeting }),
      minutedBy: namesOf(({ roles }) => roles.length > 0),
      chairs: namesOf(({ roles }) => roles.includes('chair')),
      since: shownIn(entries)[0]?.at ?? '',
    },
  ];
}

function rank({ approval: { state } }: AgendaPage): number {
  if (PASSING.includes(state)) return 2;
  return state === 'not-ready' ? 1 : 0;
}
