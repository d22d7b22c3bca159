/** Judged changes of the recorded history: how far we agree with people who judged them by hand. */
import { readFileSync } from 'node:fs';
import { CHANGE_KINDS, type ChangeKind } from '../../src/changes/change-kinds.js';
import type { JudgedChange } from '../../src/review.js';
import { recordedReview } from '../fakes/recorded.js';
import { describeWithShared, shared } from '../fakes/shared.js';

interface Label {
  readonly id: string;
  readonly pair: string;
  readonly source: 'yaml' | 'csv';
  readonly kind: string;
  readonly object: string;
  readonly item_ref: string | null;
  readonly change_type: string;
  readonly semver: string;
  readonly rationale: string;
}

/** Kinds that are called otherwise in the labels. */
const KINDS: Readonly<Record<string, ChangeKind>> = {
  key_changed: 'item-primary-key-changed',
  fk_changed: 'item-foreign-key-changed',
  order_changed: 'item-order-changed',
};

/** What renumbered refs are to us; the labels have them as changes of another item's values. */
const IDENTITY: readonly ChangeKind[] = ['item-ref-changed', 'item-added'];

/** Where we differ, and why: each is argued, and a new one must be. */
const ARGUED: Readonly<Record<string, string>> = {
  'yaml_21-22.0021': 'type change, not bug: that the SQL said so already is not in the files that are compared',
  'csv_22-23.0004': 'not found: the item stands only in the spreadsheet, and items are those of the YAML',
};

describeWithShared('the labels', () => {
  const { labels } = JSON.parse(readFileSync(shared('upstream', 'labels.json'), 'utf8')) as {
    labels: readonly Label[];
  };

  test('there are 47, and but for one each names a change that we find', async () => {
    const missing: string[] = [];
    for (const label of labels) if (!(await changeOf(label))) missing.push(label.id);
    expect(labels).toHaveLength(47);
    expect(missing).toEqual(['csv_22-23.0004']);
  });

  test('type and weight agree in at least 85 of 100, and every disagreement is argued', async () => {
    const differing = { type: new Set<string>(), weight: new Set<string>() };
    for (const label of labels) {
      const { changeType, weight, reason } = (await changeOf(label)) ?? { changeType: '', weight: '', reason: '' };
      if (changeType !== label.change_type) differing.type.add(label.id);
      if (weight !== label.semver) differing.weight.add(label.id);
      if (changeType === label.change_type && weight === label.semver) continue;
      const ours = `${changeType}, ${weight} (${reason})`;
      process.stdout.write(
        `${label.id}: ${ours}\n  labelled ${label.change_type}, ${label.semver} (${label.rationale})\n`,
      );
    }
    const agreement = (ids: ReadonlySet<string>) => (labels.length - ids.size) / labels.length;
    process.stdout.write(
      `agreement: type ${percent(agreement(differing.type))}, weight ${percent(agreement(differing.weight))}\n`,
    );
    expect(agreement(differing.type)).toBeGreaterThanOrEqual(0.85);
    expect(agreement(differing.weight)).toBeGreaterThanOrEqual(0.85);
    expect([...new Set([...differing.type, ...differing.weight])].sort()).toEqual(Object.keys(ARGUED).sort());
  });
});

/** The change that a label is about. */
async function changeOf({ pair, source, kind, object, item_ref: itemRef }: Label): Promise<JudgedChange | undefined> {
  const { review } = await recordedReview(pair);
  const named =
    KINDS[kind] ??
    [`item-${kind.replaceAll('_', '-')}`, kind.replaceAll('_', '-')].find((name) => name in CHANGE_KINDS);
  const about = review.changes.filter((change) => change.object === object && change.itemRef === (itemRef ?? ''));
  const record = about.filter((change) => change.source === (source === 'csv' ? 'spreadsheet' : 'yaml'));
  return record.find((change) => change.kind === named) ?? record.find((change) => IDENTITY.includes(change.kind));
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
