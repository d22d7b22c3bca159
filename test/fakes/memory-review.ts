/** The door of the tests: a review in memory, as `reviewLocal` makes it of a clone. */
import { namesBefore } from '../../src/earlier-names.js';
import { loadSetting, loadSide } from '../../src/load.js';
import { bundledFiles } from '../../src/local/bundled.js';
import { reviewProposal } from '../../src/pipeline.js';
import type { Repository } from '../../src/ports.js';
import type { Reviewed } from '../../src/record-proposal.js';
import type { Decided } from '../../src/review.js';
import type { Memo } from '../../src/specification/read-specification.js';
import { sha256 } from './hash.js';

export interface Proposal {
  readonly repository: Repository;
  readonly base: string;
  readonly head: string;
  readonly changeRequest: string;
  /** What people decided, by subject. */
  readonly decided?: ReadonlyMap<string, Decided>;
  /** What other reviews have read already. */
  readonly memo?: Memo;
}

const BUNDLED = bundledFiles();

/** Reads both revisions through the port, and reviews them. */
export async function reviewInMemory({
  repository,
  changeRequest,
  memo = new Map(),
  decided = new Map(),
  ...proposal
}: Proposal): Promise<Reviewed> {
  const [from, to] = [await repository.resolve(proposal.base), await repository.resolve(proposal.head)];
  const setting = await loadSetting(repository, to, BUNDLED);
  const base = await loadSide(repository, from, { config: setting.config, memo });
  const head = await loadSide(repository, to, { config: setting.config, memo });
  const result = await reviewProposal({
    ...setting,
    base,
    head,
    changeRequest,
    statements: await repository.messages(from, to),
    reserved: [],
    decided,
    hash: sha256,
    earlierNames: (comparison) => namesBefore(repository, from, comparison),
  });
  return { ...result, ...setting, base, head, repository };
}
