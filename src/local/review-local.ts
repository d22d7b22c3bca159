/** A review on one's own desk: the local clone as the only backend. */
import { createHash } from 'node:crypto';
import { namesBefore } from '../earlier-names.js';
import { StewardError } from '../errors.js';
import { loadSetting, loadSide, type Setting, type Side } from '../load.js';
import { type ReviewResult, reviewProposal } from '../pipeline.js';
import { REGISTER_BRANCH, REGISTER_FILE, readRegister } from '../register/register.js';
import { bundledFiles } from './bundled.js';
import { type GitRepository, openRepository } from './git-repository.js';
import { MemoFile } from './memo-file.js';

/** What to review, as the command line says it. */
export interface LocalOptions {
  readonly folder: string;
  /** Revision to compare with; the merge base with the configured branch when it is not given. */
  readonly base?: string;
  /** `worktree` or a revision. */
  readonly head: string;
  /** Names the proposal; the checked out branch when it is not given. */
  readonly request?: string;
}

/** A review with everything it was made from. */
export interface LocalReview extends ReviewResult, Setting {
  readonly repository: GitRepository;
  readonly base: Side;
  readonly head: Side;
}

/** The hash of the local door, in hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads both revisions of the clone that the folder is in, and reviews them. */
export async function reviewLocal(options: LocalOptions): Promise<LocalReview> {
  const repository = await openRepository(options.folder);
  const head = await repository.resolve(options.head);
  const setting = await loadSetting(repository, head, bundledFiles());
  const base = await (options.base
    ? repository.resolve(options.base)
    : repository.mergeBase(setting.config.branch, head));
  const cache = await MemoFile.open(repository.gitFolder);
  const messages = repository.messages(base, head);
  const reading = { config: setting.config, memo: cache.memo };
  // The head first: what the working tree has is not asked of git again for the base.
  const headSide = await loadSide(repository, head, reading);
  const sides = { base: await loadSide(repository, base, reading), head: headSide };
  refuseNothing(sides, setting);
  const result = await reviewProposal({
    ...setting,
    ...sides,
    changeRequest: options.request ?? (await requestName(repository, setting.config.branch)),
    statements: await messages,
    reserved: await reservedIdentifiers(repository, sides),
    hash: sha256,
    earlierNames: (comparison) => namesBefore(repository, base, comparison),
  });
  await cache.save();
  return { ...result, ...setting, ...sides, repository };
}

/** One revision of the clone, with what is needed to judge it. */
export interface LocalSide extends Side, Setting {
  readonly repository: GitRepository;
}

/** Reads one revision of the clone that the folder is in. */
export async function loadLocalSide(folder: string, revision: string): Promise<LocalSide> {
  const repository = await openRepository(folder);
  const resolved = await repository.resolve(revision);
  const setting = await loadSetting(repository, resolved, bundledFiles());
  const cache = await MemoFile.open(repository.gitFolder);
  const side = await loadSide(repository, resolved, { config: setting.config, memo: cache.memo });
  refuseNothing({ base: side, head: side }, setting);
  await cache.save();
  return { ...side, ...setting, repository };
}

/** What the register gave, where the clone has its branch; asked only when the proposal brings rows of its own. */
async function reservedIdentifiers(
  repository: GitRepository,
  { base, head }: { base: Side; head: Side },
): Promise<string[]> {
  const { changeLog } = head.specification;
  if (!changeLog || changeLog === base.specification.changeLog) return [];
  for (const branch of [REGISTER_BRANCH, `origin/${REGISTER_BRANCH}`]) {
    const revision = await repository.resolve(branch).catch(() => null);
    const text = revision && (await repository.readText(revision, REGISTER_FILE));
    if (text) return readRegister(text).map(({ identifier }) => identifier);
  }
  return [];
}

/** A folder without a specification must not look like a specification without changes. */
function refuseNothing({ base, head }: { base: Side; head: Side }, { config }: Setting): void {
  if (base.files.size > 0 || head.files.size > 0) return;
  throw new StewardError({
    code: 'no-specification',
    place: config.layout.objects,
    found: 'there are no data objects in either revision',
    expected: 'YAML files there, or another folder named in .github/spec-steward.yml (paths.objects)',
  });
}

async function requestName(repository: GitRepository, main: string): Promise<string> {
  const branch = await repository.branch();
  return branch === '' || branch === main ? 'local' : branch;
}
