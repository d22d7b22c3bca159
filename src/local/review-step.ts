/** One step of a branch, worked out anew with the engine: what it changed, whom the policy asks, what nobody logged. */
import { askedOf } from '../approval/asked.js';
import { type PullRecord, recordOf } from '../approval/history.js';
import type { Unit } from '../approval/unit.js';
import { unitsOf } from '../approval/units.js';
import { namesBefore } from '../earlier-names.js';
import { StewardError } from '../errors.js';
import { entryKey, subjectKey } from '../identifiers/subject.js';
import { loadSetting, loadSide, type Setting, type Side } from '../load.js';
import { reviewProposal } from '../pipeline.js';
import { unrecordedSubjects } from '../records/unrecorded.js';
import type { Review } from '../review.js';
import type { ChangeLog } from '../specification/model.js';
import type { Memo } from '../specification/read-specification.js';
import { bundledFiles } from './bundled.js';
import type { GitRepository } from './git-repository.js';
import { sha256 } from './review-local.js';

/** What steps are worked out with. */
export interface Workshop {
  readonly repository: GitRepository;
  readonly records: readonly PullRecord[];
  /** The change log as it is now: a push may have got its rows later. */
  readonly changeLog: ChangeLog | null;
  readonly memo: Memo;
}

/** From which commit to which, and the pull request that it was; 0 for none. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly pullRequest: number;
}

/** What a step changed. `units` is null where one of both sides cannot be read. */
export interface StepContent {
  readonly units: readonly Unit[] | null;
  readonly asked: readonly string[];
  readonly unlogged: readonly string[];
}

const UNREADABLE: StepContent = { units: null, asked: [], unlogged: [] };

/** Null where the standard is the same on both sides. Policy and configuration are those of the earlier side. */
export async function reviewStep(stretch: Stretch, workshop: Workshop): Promise<StepContent | null> {
  const { repository, memo } = workshop;
  try {
    const revision = await repository.resolve(stretch.from);
    const setting = await loadSetting(repository, revision, bundledFiles());
    const base = await loadSide(repository, revision, { config: setting.config, memo });
    const head = await loadSide(repository, await repository.resolve(stretch.to), { config: setting.config, memo });
    if (isSame(base, head)) return null;
    if (head.specification.problems.some(({ severity }) => severity === 'error')) return UNREADABLE;
    return await contentOf({ ...setting, base, head }, stretch, workshop);
  } catch (error) {
    if (error instanceof StewardError) return UNREADABLE;
    throw error;
  }
}

function isSame({ files: before }: Side, { files: after }: Side): boolean {
  return before.size === after.size && [...after].every(([path, { oid }]) => before.get(path)?.oid === oid);
}

type Sides = Setting & Record<'base' | 'head', Side>;

async function contentOf(sides: Sides, { pullRequest }: Stretch, workshop: Workshop): Promise<StepContent> {
  const { config, base, head } = sides;
  const { repository, records, changeLog } = workshop;
  const rows = head.specification.changeLog?.entries ?? [];
  const { review } = await reviewProposal({
    ...sides,
    changeRequest: pullRequest > 0 ? `pull request ${pullRequest}` : '',
    statements: [],
    reserved: rows.map(({ changeId }) => changeId),
    hash: sha256,
    earlierNames: (comparison) => namesBefore(repository, base.revision, comparison),
  });
  const entries = recordOf(pullRequest, records);
  const changes = entries.length > 0 ? review.changes : withoutBlocks(review);
  const units = unitsOf({ ...review, changes }, { hash: sha256, policy: config.approval });
  const identifiers = new Map((changeLog?.entries ?? []).map((row) => [entryKey(row), row.changeId]));
  const unlogged = unrecordedSubjects(base.specification, { ...head.specification, changeLog }, changes);
  return {
    units: units.map((unit) => ({ ...unit, id: identifiers.get(unit.subject) ?? (unit.itemRef || unit.object) })),
    asked: askedOf(units, config.approval, entries),
    unlogged: unlogged.map(subjectKey),
  };
}

/** Metadata blocks that came with records of ours are no change of the standard. */
function withoutBlocks({ changes }: Review): Review['changes'] {
  return changes.filter(({ kind }) => kind !== 'item-metadata-changed');
}
