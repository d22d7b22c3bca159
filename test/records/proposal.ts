/** A proposal in memory, from its files to the records that the plan writes. */
import { stringify } from 'yaml';
import { apply } from '../../src/apply.js';
import type { FilePlan } from '../../src/plan.js';
import { planFor, type Reviewed } from '../../src/record-proposal.js';
import type { Decided } from '../../src/review.js';
import type { DataItem, Specification } from '../../src/specification/model.js';
import { type Files, filesOf, MemoryCopy, MemoryRepository } from '../fakes/memory-repository.js';
import { reviewInMemory } from '../fakes/memory-review.js';

/** Texts by path. */
export type Texts = Readonly<Record<string, string>>;

export const LOG = 'spec/ssd_change_log.csv';
export const CHANGELOG = 'CHANGELOG.md';
export const RELATIONSHIPS = 'spec/relationships.yml';

/** One target is enough: the SQL has tests of its own. */
const CONFIG = { '.github/spec-steward.yml': 'targets: [eclipse.postgres]\n' };

export interface Recorded {
  readonly reviewed: Reviewed;
  readonly plan: FilePlan;
  /** The head's files with the plan carried out. */
  readonly files: Files;
  /** What was written, by path. */
  readonly written: ReadonlyMap<string, string>;
}

/** What a review is asked beside the files. */
interface Asked {
  readonly changeRequest: string;
  readonly decided: ReadonlyMap<string, Decided>;
}

/** Reviews the head against the base, plans the records and writes them. */
export async function record(
  base: Files,
  head: Files,
  { changeRequest = 'pull request 12', decided = new Map() }: Partial<Asked> = {},
): Promise<Recorded> {
  const repository = new MemoryRepository({
    revisions: new Map([
      ['base', base],
      ['head', head],
    ]),
  });
  const reviewed = await reviewInMemory({ repository, base: 'base', head: 'head', changeRequest, decided });
  const plan = await planFor(reviewed);
  const copy = new MemoryCopy(head);
  await apply(plan, copy);
  return { reviewed, plan, files: copy.files, written: copy.written };
}

export function repositoryOf(texts: Texts): Files {
  return filesOf({ ...CONFIG, ...texts });
}

/** The files of a specification, each object in its own. */
export function textsOf({ objects, codeSets }: Specification): Texts {
  const files = objects.map(({ name, items }) => {
    const fields = items.map((item) => fieldsOf(item));
    return [`spec/objects/${name}.yml`, stringify({ nodes: [{ name, fields }] }, { lineWidth: 0 })] as const;
  });
  const sets = codeSets.map(({ name, values }) => {
    const codes = values.map(({ value, description }) => ({ value, description }));
    return [`spec/categories/${name}.yml`, stringify(codes)] as const;
  });
  return Object.fromEntries([...files, ...sets]);
}

function fieldsOf(item: DataItem): Record<string, unknown> {
  const validators = (['required', 'unique'] as const).filter((name) => item[name]);
  return {
    name: item.name,
    item_ref: item.ref,
    description: item.description,
    type: item.type,
    size: item.size,
    primary_key: item.primaryKey,
    foreign_key: item.foreignKey,
    validators: validators.map((name) => ({ [name]: { enabled: true } })),
    code_set: item.codeSet,
    categories: item.categories,
    constraints: item.constraints,
    returns: item.returns,
    cms: item.cms,
    cms_field: item.cmsField,
    cms_table: item.cmsTable,
    guidance: item.guidance,
    ...(item.metadata ? { metadata: item.metadata.written } : {}),
  };
}
