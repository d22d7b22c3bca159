/** The review as JSON, for other programs; `schema/review.schema.json` describes it and changes with it. */
import type { JudgedChange, Review, TargetDiff } from '../review.js';
import { jsonText } from './defuse.js';
import { NOT_VERIFIED } from './evidence-words.js';
import { tally } from './tally.js';

/** Name of the format; the schema has it as its `$id`. */
const SCHEMA = 'urn:spec-steward:review:1';

const VERSION = 1;

/** Keys of each kind of entry, in the order in which they are written. */
const KEYS = {
  change: [
    ...['kind', 'object', 'itemRef', 'name', 'part', 'before', 'after', 'class', 'changeType', 'weight', 'reason'],
    ...['stated', 'doubt', 'blockedBy', 'changeId', 'fingerprint', 'group', 'was', 'side', 'file', 'line', 'column'],
  ],
  was: ['object', 'itemRef', 'name'],
  decided: ['changeType', 'reason', 'by'],
  finding: ['rule', 'severity', 'file', 'line', 'column', 'object', 'itemRef', 'message', 'expected'],
  question: ['object', 'itemRef', 'question', 'file'],
  outOfStep: ['object', 'itemRef', 'onlyIn', 'sentence'],
  standing: ['error', 'warning', 'info'],
  target: ['target', 'file', 'summary', 'rerun', 'added', 'removed', 'digest'],
  step: ['class', 'table', 'column', 'was'],
  byHand: ['object', 'name'],
  proof: [
    ...['target', 'object', 'element', 'statement', 'hash', 'tier', 'engine', 'version', 'outcome', 'said', 'rewrites'],
  ],
  hunk: ['oldStart', 'newStart', 'causes', 'lines'],
} as const;

/** The review as one JSON document, indented, ending in a line break. The order of its keys never varies. */
export function renderJson(review: Review): string {
  return `${jsonText(JSON.stringify(documentOf(review), null, 2))}\n`;
}

function documentOf(review: Review) {
  const { changes, counts } = review;
  const of = (source: JudgedChange['source']) => changes.filter((change) => change.source === source);
  const classes = tally(changes.map((change) => change.class));
  return {
    $schema: SCHEMA,
    version: VERSION,
    ...picked(review, ['standard', 'base', 'head', 'verdict', 'headline', 'weight', 'changeRequest']),
    counts: {
      objects: counts.objects,
      items: counts.items,
      changes: changes.length,
      structural: classes.get('structural') ?? 0,
      documentation: classes.get('documentation') ?? 0,
      cosmetic: classes.get('cosmetic') ?? 0,
    },
    changes: of('yaml').map(changeEntry),
    spreadsheetChanges: of('spreadsheet').map(changeEntry),
    groups: groupEntries(review),
    questions: review.questions.map((question) => picked(question, KEYS.question)),
    findings: review.findings.map((finding) => picked(finding, KEYS.finding)),
    resolved: review.resolved.map((finding) => picked(finding, KEYS.finding)),
    standing: picked(review.standing, KEYS.standing),
    outOfStep: review.outOfStep.map((entry) => picked(entry, KEYS.outOfStep)),
    impact: impactEntry(review.impact),
    sql: review.sql.map(targetEntry),
    ...evidenceEntry(review),
  };
}

/** `decided` stands only where somebody did. */
function changeEntry(change: JudgedChange) {
  const { was, decided } = change;
  const said = decided ? { decided: picked(decided, KEYS.decided) } : {};
  return { ...picked(change, KEYS.change), was: was && picked(was, KEYS.was), ...said };
}

/** Members by ref; what has none is named by its object or code set. */
function groupEntries({ groups, changes }: Review) {
  return groups.map(({ id, kind, title, members }) => {
    const refs = members
      .flatMap((index) => changes[index] ?? [])
      .map((each) => each.itemRef || each.object || each.name);
    return { id, kind, title, count: members.length, refs: [...new Set(refs)] };
  });
}

function impactEntry({ returns, cms, consumers }: Review['impact']) {
  return {
    returns: returns.map((each) => picked(each, ['name', 'items'])),
    cms: cms.map((each) => picked(each, ['name', 'items', 'localAuthorities'])),
    consumers: consumers.map((each) => picked(each, ['consumer', 'column', 'itemRef', 'sentence'])),
  };
}

/** Stands only where somebody asked and SQL changes. */
function evidenceEntry({ evidence }: Review) {
  if (!evidence) return {};
  const { tiers, freeSql, noEngine, proofs } = evidence;
  return {
    evidence: {
      tiers,
      freeSql,
      noEngine,
      notVerified: NOT_VERIFIED,
      proofs: proofs.map((proof) => picked(proof, KEYS.proof)),
    },
  };
}

function targetEntry(target: TargetDiff) {
  const objects = target.objects.map(({ object, hunks }) => ({
    object,
    hunks: hunks.map((hunk) => picked(hunk, KEYS.hunk)),
  }));
  const { safety, steps } = target.migration;
  return {
    ...picked(target, KEYS.target),
    migration: { safety, steps: steps.map((step) => picked(step, KEYS.step)) },
    byHand: target.byHand.map((piece) => picked(piece, KEYS.byHand)),
    objects,
  };
}

function picked<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
