/** What people do on GitHub with a mouse or a clone: the hands of tests and of the sandbox. */
import { pressButton, rerequestCheck, rerequestSuite } from './actions/checks.js';
import { addComment, deleteComment, editComment, react } from './actions/comments.js';
import { commitFiles, type FileChange } from './actions/commit-files.js';
import { addLabel, findLabel, removeLabel } from './actions/labels.js';
import { type MergeOrder, mergePull } from './actions/merge-pull.js';
import { enqueue, finishGroup, letGo } from './actions/merge-queue.js';
import { refusedUpdate } from './actions/protection.js';
import { editPull, openPull, type PullEdit } from './actions/pulls.js';
import { push } from './actions/push.js';
import { addReview, dismissReview, type Opinion } from './actions/reviews.js';
import type { IssueComment, MergeGroup, Repo, Role, User } from './model.js';
import { notFound, Refusal } from './refusal.js';
import { forkRepository } from './set-up.js';
import { signatureOf } from './show/commit.js';
import { atLeast, fullName, nextId, now, pullOf, repository, resolveCommit, roleOf, type World } from './world.js';

/** A commit that a person pushes. */
export interface PushedChange extends FileChange {
  /** Where the branch starts, or starts anew: a branch, tag or id. An existing branch is then force-pushed. */
  readonly base?: string;
  /** Whom git names, where the settings of the clone are not those of the account that pushes. */
  readonly author?: GitPerson;
  /** The author where it is left out. */
  readonly committer?: GitPerson;
}

/** Somebody as git knows people: GitHub finds the account by the address, or none. */
export interface GitPerson {
  readonly name: string;
  readonly email: string;
}

/** A pull request that a person opens. */
export interface PullWish {
  /** `owner/name` that the pull request goes to. */
  readonly repo: string;
  /** `branch` or `login:branch`. */
  readonly head: string;
  readonly base?: string;
  readonly title: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly maintainerCanModify?: boolean;
}

/** One person's hands. Repositories are named `owner/name`; what GitHub refuses is thrown as a Refusal. */
export class Person {
  readonly #world: World;
  readonly #user: User;

  constructor(world: World, user: User) {
    this.#world = world;
    this.#user = user;
  }

  /** Pushes one commit, or several at once; gives the id of the last. */
  async push(name: string, branch: string, changes: PushedChange | readonly PushedChange[]): Promise<string> {
    const repo = this.#writable(name);
    const list = Array.isArray(changes) ? (changes as readonly PushedChange[]) : [changes as PushedChange];
    const ref = `refs/heads/${branch}`;
    const from = repo.git.resolve(ref);
    const base = list[0]?.base ?? (from === null ? repo.defaultBranch : branch);
    let tip = await resolveCommit(repo, base);
    for (const change of list) tip = await commitFiles(repo.git.store, tip, { ...change, ...this.#signatures(change) });
    await this.#move(repo, { ref, from, to: tip });
    return tip ?? notFound();
  }

  /** Points a branch at a commit, by force where needed; null takes the branch away. */
  async pointBranch(name: string, branch: string, target: string | null): Promise<void> {
    const repo = this.#writable(name);
    const ref = `refs/heads/${branch}`;
    const to = target === null ? null : ((await resolveCommit(repo, target)) ?? notFound());
    await this.#move(repo, { ref, from: repo.git.resolve(ref), to });
  }

  /** Forks a repository to this person, or to an organisation; gives its `owner/name`. */
  async fork(name: string, organization?: string): Promise<string> {
    const owner = organization ? (this.#world.users.get(organization.toLowerCase()) ?? notFound()) : this.#user;
    return fullName(await forkRepository(this.#world, repository(this.#world, name), owner));
  }

  /** Deletes a repository of one's own; its pull requests stay, with nothing behind their heads. */
  async deleteFork(name: string): Promise<void> {
    const repo = this.#withRole(name, 'admin');
    // Forks share the objects of what they came from, so only a fork may go.
    if (!repo.parent) notFound();
    repo.deleted = true;
    for (const pull of this.#world.pulls) if (pull.head.repo === repo) pull.head.repo = null;
    await repo.git.remove();
  }

  /** Opens a pull request and gives its number. */
  async openPull({ repo: name, base, ...wish }: PullWish): Promise<number> {
    const repo = this.#withRole(name, 'read');
    const pull = await openPull(this.#world, { ...wish, repo, base: base ?? repo.defaultBranch, author: this.#user });
    return pull.number;
  }

  /** Changes, closes or reopens a pull request: one's own, or with the role `triage`. */
  async editPull(name: string, number: number, edit: PullEdit): Promise<void> {
    const pull = this.#pull(name, number);
    if (pull.author !== this.#user) this.#withRole(name, 'triage');
    await editPull(this.#world, pull, { edit, sender: this.#user });
  }

  async close(name: string, number: number): Promise<void> {
    await this.editPull(name, number, { state: 'closed' });
  }

  async reopen(name: string, number: number): Promise<void> {
    await this.editPull(name, number, { state: 'open' });
  }

  /** Merges the pull request and gives the id of the commit. With `force`, an administrator merges over the rules. */
  async merge(name: string, number: number, order: Omit<MergeOrder, 'actor'> = {}): Promise<string> {
    this.#writable(name);
    return mergePull(this.#world, this.#pull(name, number), { ...order, actor: this.#user });
  }

  /** Comments on a pull request and gives the comment's id. */
  comment(name: string, number: number, body: string): number {
    return addComment(this.#world, this.#pull(name, number), { author: this.#user, body }).id;
  }

  editComment(name: string, id: number, body: string): void {
    editComment(this.#world, this.#comment(name, id), { author: this.#user, body });
  }

  deleteComment(name: string, id: number): void {
    deleteComment(this.#world, this.#comment(name, id), this.#user);
  }

  /** Reviews a pull request and gives the review's id. */
  review(name: string, number: number, opinion: Omit<Opinion, 'author'>): number {
    return addReview(this.#world, this.#pull(name, number), { ...opinion, author: this.#user }).id;
  }

  /** Dismisses somebody's review, or one's own. */
  dismiss(name: string, id: number): void {
    const repo = this.#writable(name);
    const review = this.#world.reviews.find((one) => one.id === id && one.pull.repo === repo) ?? notFound();
    dismissReview(this.#world, review, { sender: this.#user });
  }

  /** Reacts to a comment. */
  react(name: string, id: number, content: string): void {
    const repo = this.#withRole(name, 'read');
    const comment = this.#world.comments.find((one) => one.repo === repo && one.id === id) ?? notFound();
    react(this.#world, comment, { user: this.#user, content });
  }

  /** Registers an e-mail address with the account: commits that name it are this person's. */
  addEmail(address: string): void {
    this.#user.emails.add(address.toLowerCase());
  }

  label(name: string, number: number, label: string): void {
    addLabel(this.#world, this.#pull(name, number), { name: label, sender: this.#user });
  }

  unlabel(name: string, number: number, label: string): void {
    const pull = this.#pull(name, number);
    const found = findLabel(pull.repo, label) ?? notFound();
    removeLabel(this.#world, pull, { label: found, sender: this.#user });
  }

  /** Sets a commit status, as any account that can write may. */
  status(name: string, sha: string, { context, state }: { context: string; state: string }): void {
    const repo = this.#writable(name);
    const said = { context, state, description: null, targetUrl: null, createdAt: now(this.#world) };
    this.#world.statuses.push({ id: nextId(this.#world), repo, sha, creator: this.#user, ...said });
  }

  /** Presses one of the buttons of a check run. Only who may write sees them. */
  pressButton(checkRun: number, identifier: string): void {
    const run = this.#check(checkRun);
    this.#writable(fullName(run.suite.repo));
    pressButton(this.#world, run, { identifier, sender: this.#user });
  }

  /** Asks for a check run again. */
  rerequest(checkRun: number): void {
    rerequestCheck(this.#world, this.#check(checkRun), this.#user);
  }

  /** Asks for all check runs of a run's suite again. */
  rerequestSuite(checkRun: number): void {
    rerequestSuite(this.#world, this.#check(checkRun).suite, this.#user);
  }

  /** Puts pull requests into the merge queue as one group. */
  async enqueue(name: string, numbers: readonly number[]): Promise<MergeGroup> {
    this.#writable(name);
    const pulls = numbers.map((number) => this.#pull(name, number));
    return enqueue(this.#world, pulls, this.#user);
  }

  /** Merges a group without waiting for its checks. */
  async finishGroup(group: MergeGroup): Promise<void> {
    await finishGroup(this.#world, group, this.#user);
  }

  /** Takes a group out of the queue. */
  async dequeue(group: MergeGroup): Promise<void> {
    await letGo(this.#world, group, { reason: 'dequeued', sender: this.#user });
  }

  async #move(repo: Repo, change: { ref: string; from: string | null; to: string | null }): Promise<void> {
    const refused = refusedUpdate(repo, change.ref, this.#user);
    if (refused && roleOf(repo, this.#user) !== 'admin') throw new Refusal(422, refused);
    if (change.from === change.to) return;
    if (!(await push(this.#world, { ...change, repo, actor: this.#user })))
      throw new Refusal(409, 'the branch has moved');
  }

  #withRole(name: string, role: Role): Repo {
    const repo = repository(this.#world, name);
    if (!atLeast(roleOf(repo, this.#user), role)) {
      throw new Refusal(403, `Permission to ${name}.git denied to ${this.#user.login}.`);
    }
    return repo;
  }

  #writable(name: string): Repo {
    return this.#withRole(name, 'write');
  }

  #pull(name: string, number: number) {
    return pullOf(this.#world, this.#withRole(name, 'read'), number);
  }

  #comment(name: string, id: number): IssueComment {
    const repo = repository(this.#world, name);
    const comment = this.#world.comments.find((one) => one.repo === repo && one.id === id) ?? notFound();
    return comment.author === this.#user ? comment : this.#writable(name) && comment;
  }

  #check(id: number) {
    return this.#world.checks.find((run) => run.id === id) ?? notFound();
  }

  #signatures({ author, committer = author }: Pick<PushedChange, 'author' | 'committer'>) {
    const own = signatureOf(this.#user, now(this.#world));
    return { by: { ...own, ...author }, committer: { ...own, ...committer } };
  }
}
