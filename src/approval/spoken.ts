/** What people said on a pull request, as GitHub has it: comments and reviews. */

/** An account as far as it matters who speaks. */
export interface Account {
  readonly login: string;
  readonly isBot: boolean;
}

/** A comment as GitHub has it. */
export interface SpokenComment {
  readonly id: number;
  readonly author: Account | null;
  readonly body: string;
  readonly at: string;
  readonly isEdited: boolean;
  /** What we reacted with: who was answered is not heard again. */
  readonly ownReactions: readonly string[];
}

/** A review as GitHub has it. */
export interface SpokenReview {
  readonly id: number;
  readonly author: Account | null;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  /** The commit that it was given on. */
  readonly commit: string;
  readonly at: string;
  readonly body: string;
}

/** What people said. */
export interface Spoken {
  readonly comments: readonly SpokenComment[];
  readonly reviews: readonly SpokenReview[];
}
