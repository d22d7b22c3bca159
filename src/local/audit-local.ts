/** The audit of a clone: its change log, its record of decisions, and its own history, held against each other. */
import { type Audit, audit } from '../approval/audit.js';
import { loadSetting } from '../load.js';
import type { Revision } from '../ports.js';
import { plainRow } from '../records/log-row.js';
import { GOVERNED_FILE, readGoverned } from '../register/governed.js';
import { bundledFiles } from './bundled.js';
import { firstCommitWith, type Step, stepsOf } from './first-parents.js';
import { firstRevision, type GitRepository, openRepository } from './git-repository.js';
import { MemoFile } from './memo-file.js';
import { readDecisions } from './read-decisions.js';
import { beginningOf, readLanded } from './read-landed.js';
import { loadLocalSide } from './review-local.js';

/** What to audit. */
export interface AuditOptions {
  readonly folder: string;
  /** Revision of the branch; without it the branch of the configuration. */
  readonly head?: string;
  readonly register?: string;
  /** Commit after which changes are judged; without it the one that the register began with. */
  readonly since?: string;
  readonly progress: (left: number) => void;
}

/** What the audit found, and what it looked at. */
export interface LocalAudit extends Audit {
  readonly revision: string;
  /** Null where the clone has no register. */
  readonly register: string | null;
  readonly commits: number;
  /** Commits that came before and are not judged, and the last of them. */
  readonly before: { readonly commits: number; readonly last: string };
}

/** Throws `shallow-clone`, `unknown-revision`, `unreadable-decisions`. */
export async function auditLocal(options: AuditOptions): Promise<LocalAudit> {
  const side = await loadLocalSide(options.folder, options.head ?? (await governedBranch(options.folder)));
  const { repository, revision, config, specification } = side;
  const { register, records } = await readDecisions(repository, options.register);
  const steps = await stepsOf(repository.root, revision.commit);
  const since =
    options.since === undefined
      ? beginningOf(steps, await governedFrom(repository, { steps, register, branch: config.branch }), records)
      : steps.length - (await stepsOf(repository.root, revision.commit, options.since)).length;
  const cache = await MemoFile.open(repository.gitFolder);
  const { changeLog } = specification;
  const workshop = { repository, records, changeLog, memo: cache.memo };
  const found = await readLanded({ steps, since, progress: options.progress }, workshop);
  await cache.save();
  return {
    ...audit((changeLog?.entries ?? []).map(plainRow), records, found),
    revision: revision.name,
    register: register?.name ?? null,
    commits: steps.length - since,
    before: { commits: since, last: steps[since - 1]?.commit ?? '' },
  };
}

/** The branch that proposals are merged into, as the clone has it. */
async function governedBranch(folder: string): Promise<string> {
  const repository = await openRepository(folder);
  const { config } = await loadSetting(repository, await repository.resolve('HEAD'), bundledFiles());
  for (const name of [config.branch, `origin/${config.branch}`]) {
    if (await firstRevision(repository, [name])) return name;
  }
  return 'HEAD';
}

interface Place {
  readonly steps: readonly Step[];
  readonly register: Revision | null;
  readonly branch: string;
}

/** How many steps came before the commit that the register began with; none where it does not tell. */
async function governedFrom(repository: GitRepository, { steps, register, branch }: Place): Promise<number> {
  const first = register && (await firstCommitWith(repository.root, register.commit, GOVERNED_FILE));
  const text = first ? await repository.readText({ name: first, commit: first }, GOVERNED_FILE) : null;
  const commit = readGoverned(text ?? '', branch);
  return steps.findIndex((step) => step.commit === commit) + 1;
}
