/** What the page and the text show of the sandbox, as plain values: read from the double, never remembered. */
import type { Annotation } from '../src/plan.js';
import type { Reservation } from '../src/register/register.js';

/** Everything at one moment, with one pull request in full. */
export interface SandboxState {
  /** Differs as soon as anything has happened. */
  readonly version: string;
  /** The App has not come to rest. */
  readonly isBusy: boolean;
  /** `owner/name`. */
  readonly repository: string;
  /** By number. */
  readonly pulls: readonly PullLine[];
  readonly pull: PullView | null;
  readonly register: readonly Reservation[];
  /** Newest first. */
  readonly webhooks: readonly WebhookLine[];
  /** What the App asked for, newest first. */
  readonly requests: readonly RequestLine[];
  /** Of the App, newest first. */
  readonly log: readonly LogLine[];
  readonly counts: { readonly reads: number; readonly writes: number };
}

/** State of a pull request as a person names it. */
export type PullState = 'open' | 'closed' | 'merged';

/** A pull request in a list. */
export interface PullLine {
  readonly number: number;
  readonly title: string;
  readonly state: PullState;
  readonly author: string;
}

/** A pull request as its participants see it. */
export interface PullView extends PullLine {
  /** Markdown. */
  readonly body: string;
  readonly baseBranch: string;
  /** `branch`, or `owner:branch` of a fork. */
  readonly headLabel: string;
  readonly labels: readonly Label[];
  readonly checks: readonly CheckView[];
  /** Oldest first. */
  readonly timeline: readonly TimelineEntry[];
  /** Null where nothing was decided yet. */
  readonly decisions: DecisionsView | null;
  readonly files: readonly FileView[];
  /** Why GitHub would refuse to merge it; null where it would not. */
  readonly obstacle: string | null;
}

/** The record of decisions as it lies in the repository. */
export interface DecisionsView {
  readonly branch: string;
  readonly path: string;
  /** Oldest first. */
  readonly lines: readonly string[];
}

/** A label with its colour, six hexadecimal digits. */
export interface Label {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** The newest check run of a name on the head. */
export interface CheckView {
  readonly id: number;
  readonly name: string;
  /** Null while it runs. */
  readonly conclusion: string | null;
  readonly title: string;
  /** Markdown, as `text` is. */
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly buttons: readonly CheckButton[];
}

/** A button on a check; GitHub sends its identifier to the App. */
export interface CheckButton {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

/** Who did something; machines are marked. */
export interface Participant {
  readonly login: string;
  readonly isBot: boolean;
}

interface Entry {
  /** ISO, to the second. */
  readonly at: string;
  readonly author: Participant;
}

/** A commit of the proposal. */
export interface CommitEntry extends Entry {
  readonly kind: 'commit';
  readonly id: string;
  readonly message: string;
  readonly isVerified: boolean;
}

/** A comment; `body` is Markdown. */
export interface CommentEntry extends Entry {
  readonly kind: 'comment';
  readonly id: number;
  readonly isEdited: boolean;
  readonly body: string;
  readonly reactions: readonly ReactionView[];
}

/** What somebody reacted with: `+1`. */
export interface ReactionView {
  readonly content: string;
  readonly by: string;
}

/** A review; `body` is Markdown. */
export interface ReviewEntry extends Entry {
  readonly kind: 'review';
  readonly id: number;
  readonly state: 'approved' | 'changes requested' | 'commented' | 'dismissed';
  /** The commit that it was given on. */
  readonly commit: string;
  readonly body: string;
}

/** A comment on a line, with a change that one click commits. */
export interface SuggestionEntry extends Entry {
  readonly kind: 'suggestion';
  readonly id: number;
  readonly path: string;
  /** On the head; null where it is no longer what it was when the suggestion was made. */
  readonly line: number | null;
  readonly body: string;
}

/** Something else that happened: `closed this`. */
export interface EventEntry extends Entry {
  readonly kind: 'event';
  readonly sentence: string;
}

/** One thing in the conversation. */
export type TimelineEntry = CommitEntry | CommentEntry | ReviewEntry | SuggestionEntry | EventEntry;

/** A file that the proposal changes. */
export interface FileView {
  readonly path: string;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
  /** Hunks as git prints them; null where git shows none. */
  readonly patch: string | null;
}

/** An event as it was sent to the App. */
export interface WebhookLine {
  /** `pull_request.opened`. */
  readonly event: string;
  readonly at: string;
  /** What the App answered; 0 while it is under way or where nobody did. */
  readonly status: number;
}

/** A request of the App. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly isWrite: boolean;
}

/** A line of the App's log. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly facts: object;
}
