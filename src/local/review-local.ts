/** A review on one's own desk: the local clone as the only backend. */
import { createHash } from 'node:crypto';
import type { Comparison } from '../changes/change.js';
import type { NameHistory } from '../classification/evidence.js';
import { StewardError } from '../errors.js';
import { loadSetting, loadSide, type Setting, type Side } from '../load.js';
import { type ReviewResult, reviewProposal } from '../pipeline.js';
import { earlierNames } from '../specification/earlier-names.js';
import type { Memo } from '../specification/read-specification.js';
import { bundledFiles } from './bundled.js';
import { type GitRepository, openRepository } from './git-repository.js';

export interface LocalOptions {
  readonly folder: string;
  /** Revision to compare with; the merge base with the configured branch when it is not given. */
  readonly base?: string;
  /** `worktree` or a revision. */
  readonly head: string;
  /** Names the proposal; the checked out branch when it is not given. */
  readonly request?: string;
}

export interface LocalReview extends ReviewResult, Setting {
  readonly repository: GitRepository;
  readonly base: Side;
  readonly head: Side;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads both revisions of the clone that the folder is in, and reviews them. */
export async function reviewLocal(options: LocalOptions): Promise<LocalReview> {
  const repository = await openRepository(options.folder);
  const head = await repository.resolve(options.head);
  const setting = await loadSetting(repository, head, bundledFiles());
  const base = await (options.base
    ? repository.resolve(options.base)
    : repository.mergeBase(setting.config.branch, head));
  const memo: Memo = new Map();
  const sides = {
    base: await loadSide(repository, base, { config: setting.config, memo }),
    head: await loadSide(repository, head, { config: setting.config, memo }),
  };
  refuseNothing(sides, setting);
  const result = await reviewProposal({
    ...setting,
    ...sides,
    changeRequest: options.request ?? (await requestName(repository, setting.config.branch)),
    statements: await repository.messages(base, head),
    reserved: [],
    hash: sha256,
    earlierNames: (comparison) => namesBefore(repository, sides.base, comparison),
  });
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
  const side = await loadSide(repository, resolved, { config: setting.config, memo: new Map() });
  refuseNothing({ base: side, head: side }, setting);
  return { ...side, ...setting, repository };
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

/** Only renamed items have a history that matters, and only their files are looked up. */
async function namesBefore(repository: GitRepository, base: Side, { changes }: Comparison): Promise<NameHistory> {
  const renamed = changes.filter(
    ({ kind, class: changeClass }) => kind === 'item-renamed' && changeClass !== 'cosmetic',
  );
  if (renamed.length === 0) return new Map();
  const texts = await repository.earlierTexts(base.revision, [...new Set(renamed.map(({ file }) => file))]);
  return earlierNames(texts, new Set(renamed.map(({ itemRef }) => itemRef)));
}
