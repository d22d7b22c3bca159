// The targets, each a ratio within one run.
import { BLOCKED, LARGE_BLOCKED, PLAN, PROVING_BLOCKED, READS } from './app-rows.js';
import { BUF, BUF_COMMAND, FLOOR, LARGE_PARSE, LARGE_REVIEW, REVIEW, WARM_REVIEW } from './rows.js';

const MEBIBYTES_IN_ONE_GIBIBYTE = 1024;

/** Takes results by scale and row, gives `{what, value, limit, unit}`; the value is null where it was not run. */
export function targetsAt(scale, results) {
  const of = (name, at = scale) => results.get(at)?.get(name)?.seconds ?? null;
  const ratio = (name, to, limit) => ({ what: `x${scale}: ${name} / ${to}`, value: share(of(name), of(to)), limit });
  const cold = scale === 1 ? 1.3 : 1;
  const targets = [
    ratio(REVIEW, BUF, cold),
    ratio(REVIEW, BUF_COMMAND, cold),
    ratio(WARM_REVIEW, BUF, 0.5),
    ratio(WARM_REVIEW, BUF_COMMAND, 0.5),
  ];
  if (scale === 1) targets.push(ratio(WARM_REVIEW, FLOOR, 3));
  if (of(LARGE_REVIEW) !== null) targets.push(ratio(LARGE_REVIEW, LARGE_PARSE, 1.5));
  if (scale > 1 && results.has(1)) {
    const work = (at) => of(REVIEW, at) - of(FLOOR, at);
    const what = `x${scale}: ${REVIEW}: work above the floor / that of x1`;
    targets.push({ what, value: work(scale) / work(1), limit: 1.1 * scale });
  }
  const value = results.get(scale).get(REVIEW).mebibytes;
  const memory = { what: `x${scale}: ${REVIEW}: peak memory`, value, limit: MEBIBYTES_IN_ONE_GIBIBYTE, unit: ' MiB' };
  return [...targets, memory];
}

/** Regenerating what differs in all targets and comparing it, beside reading both revisions of the specification. */
export function sqlTargetAt(scale, stages) {
  const { sql = 0, read = null } = Object.fromEntries(stages.get(scale));
  const what = `x${scale}: regenerating all targets and diffing for a five-item change / parsing the spec`;
  return { what, value: share(sql, read), limit: 2 };
}

/** What the App is held to at a scale, beside the command in the same run; none above the scale that is measured. */
export function appTargetsAt(scale, apps, results) {
  const own = apps.get(scale);
  if (!own) return [];
  const command = results.get(scale).get(WARM_REVIEW).seconds * 1000;
  const first = apps.get(1)?.get(READS) ?? null;
  return [
    { what: `x${scale}: the App: ${READS}`, value: own.get(READS), limit: 10 },
    { what: `x${scale}: the App: ${READS} / those of x1`, value: share(own.get(READS), first), limit: 1 },
    { what: `x${scale}: the App: ${PLAN} / ${WARM_REVIEW}`, value: own.get(PLAN) / command, limit: 1 },
    ...[BLOCKED, PROVING_BLOCKED, LARGE_BLOCKED]
      .filter((row) => own.has(row))
      .map((row) => blockTarget(scale, own, row)),
  ];
}

function blockTarget(scale, own, row) {
  return { what: `x${scale}: the App: ${row}`, value: own.get(row), limit: 200, unit: ' ms' };
}

function share(one, other) {
  return one === null || other === null ? null : one / other;
}
