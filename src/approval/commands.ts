/** The table of commands: one row a command. What each does is in command-acts.ts; who speaks is checked in hear.ts. */
import {
  approve,
  classify,
  giveReason,
  hold,
  type Outcome,
  object,
  override,
  resolve,
  split,
  unhold,
  withdraw,
} from './command-acts.js';
import { minute } from './minute.js';
import type { Said } from './said.js';

/** Who may say something. */
export type Right = 'anyone' | 'member' | 'member or author' | 'chair' | 'chair or secretary';

/** A command. */
export interface Command {
  readonly name: string;
  /** As it is written. */
  readonly form: string;
  readonly right: Right;
  /** Who wrote part of the proposal may not say it. */
  readonly isImpartial: boolean;
  /** It is about what its speaker had before them, so something must have been shown. */
  readonly isAboutContent: boolean;
  /** What it does, for the list of commands. */
  readonly help: string;
  /** What comes of it; null for a command that only asks. */
  readonly act: ((said: Said) => Outcome) | null;
}

/** Every command there is, in the order of the list. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'approve',
    form: '/approve SSD-0031',
    right: 'member',
    isImpartial: true,
    isAboutContent: true,
    help: 'agrees to a change as it is shown; also several, `SSD-0028..0040`, a group `g3`, `documentation`, or without anything to all.',
    act: approve,
  },
  {
    name: 'object',
    form: '/object SSD-0031 reason',
    right: 'member',
    isImpartial: false,
    isAboutContent: true,
    help: 'says what stands against a change; it waits until you, or the chair, settle that.',
    act: object,
  },
  {
    name: 'resolve',
    form: '/resolve SSD-0031',
    right: 'member',
    isImpartial: false,
    isAboutContent: true,
    help: 'settles your objection; the chair settles any.',
    act: resolve,
  },
  {
    name: 'classify',
    form: '/classify SSD-0031 bug reason',
    right: 'member',
    isImpartial: false,
    isAboutContent: true,
    help: 'says what a change is where that is in doubt.',
    act: classify,
  },
  {
    name: 'reason',
    form: '/reason SSD-0031 text',
    right: 'member or author',
    isImpartial: false,
    isAboutContent: true,
    help: 'gives the reason that the change log keeps.',
    act: giveReason,
  },
  {
    name: 'split',
    form: '/split SSD-0031',
    right: 'member or author',
    isImpartial: false,
    isAboutContent: true,
    help: 'takes a change out into a proposal of its own, so that the others need not wait for it.',
    act: split,
  },
  {
    name: 'minute',
    form: '/minute approve SSD-0028..0040 by "Essex, Knowsley" meeting 2026-11-20',
    right: 'chair or secretary',
    isImpartial: false,
    isAboutContent: true,
    help: 'records what people who are not on GitHub agreed to in a meeting.',
    act: minute,
  },
  {
    name: 'withdraw',
    form: '/withdraw',
    right: 'anyone',
    isImpartial: false,
    isAboutContent: false,
    help: 'takes back what you have said here: approvals, objections, minutes.',
    act: withdraw,
  },
  {
    name: 'hold',
    form: '/hold reason',
    right: 'chair',
    isImpartial: false,
    isAboutContent: false,
    help: 'stops the proposal, whatever else is said.',
    act: hold,
  },
  {
    name: 'unhold',
    form: '/unhold',
    right: 'chair',
    isImpartial: false,
    isAboutContent: false,
    help: 'lets it go on.',
    act: unhold,
  },
  {
    name: 'override',
    form: '/override reason',
    right: 'chair',
    isImpartial: true,
    isAboutContent: true,
    help: 'agrees in the place of everybody, to exactly what is shown; the reason stays in the record.',
    act: override,
  },
  {
    name: 'recheck',
    form: '/recheck',
    right: 'anyone',
    isImpartial: false,
    isAboutContent: false,
    help: 'makes me look again.',
    act: null,
  },
  {
    name: 'help',
    form: '/help',
    right: 'anyone',
    isImpartial: false,
    isAboutContent: false,
    help: 'lists what you may say.',
    act: null,
  },
];
