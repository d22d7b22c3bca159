import { overlapsOf } from '../../src/pull-request/overlap.js';
import { overlapSentence } from '../../src/pull-request/sentences.js';
import type { Reservation } from '../../src/register/register.js';
import { plain } from '../../src/report/phrase.js';
import { aChange } from '../report/build.js';
import { aForkState, aState } from './build.js';

const CHANGES = [
  aChange({ kind: 'item-type-changed', object: 'ssd_cla_visits', itemRef: 'CLAV003A', name: 'clav_date' }),
  aChange({ kind: 'item-type-changed', object: 'ssd_cla_visits', itemRef: 'CLAV004A', name: 'clav_seen' }),
  aChange({ kind: 'code-set-value-added', object: '', itemRef: '', name: 'end_reason' }),
  aChange({ kind: 'object-renamed', object: 'ssd_mother', itemRef: '', name: '' }),
  aChange({ kind: 'item-description-changed', itemRef: 'PERS001A', class: 'cosmetic' }),
];

function row(
  pullRequest: number,
  given: Partial<Reservation['subject']> = {},
  state: Reservation['state'] = 'reserved',
) {
  const subject = { object: 'ssd_cla_visits', itemRef: 'CLAV003A', codeSet: '', ...given };
  const changeRequest = `pull request ${pullRequest}`;
  return { identifier: 'SSD-0050', subject, changeRequest, pullRequest, state, date: '2026-11-20' };
}

function overlaps(...reservations: readonly Reservation[]) {
  return overlapsOf(aState({ review: { changes: CHANGES }, register: { reservations, commit: 'c' } }));
}

describe('overlap', () => {
  it('is told of an open pull request that changes the same item', () => {
    const [found] = overlaps(row(12));
    expect(found).toEqual({ pullRequest: 12, subjects: ['CLAV003A'] });
    expect(found && plain(overlapSentence(found))).toBe('#12 also changes CLAV003A.');
  });

  it.each([
    ['an item that moved to another object', row(12, { object: 'ssd_visits' }), 'CLAV003A'],
    ['a code set', row(12, { object: '', itemRef: '', codeSet: 'end_reason' }), 'end_reason'],
    ['a data object', row(12, { object: 'ssd_mother', itemRef: '' }), 'ssd_mother'],
  ])('is told of %s', (_, reservation, name) => {
    expect(overlaps(reservation)).toEqual([{ pullRequest: 12, subjects: [name] }]);
  });

  it.each([
    ['another item', row(12, { itemRef: 'CLAV009A' })],
    ['a pull request that was merged', row(12, {}, 'merged')],
    ['one that was withdrawn', row(12, {}, 'withdrawn')],
    ['itself', row(7)],
    ['the records of direct pushes, which are no pull request', row(0)],
    ['an item that changes in letter case only', row(12, { object: 'ssd_person', itemRef: 'PERS001A' })],
    ['an item without a ref in another object', row(12, { object: 'ssd_person', itemRef: '' })],
  ])('is not told of %s', (_, reservation) => {
    expect(overlaps(reservation)).toEqual([]);
  });

  it('is told once of each pull request, oldest first, with all that both change', () => {
    expect(overlaps(row(30), row(12), row(12, { itemRef: 'CLAV004A' }), row(12))).toEqual([
      { pullRequest: 12, subjects: ['CLAV003A', 'CLAV004A'] },
      { pullRequest: 30, subjects: ['CLAV003A'] },
    ]);
  });

  it('of a fork is not the companion that carries its commits', () => {
    const register = { reservations: [row(15), row(16)], commit: 'c' };
    expect(overlapsOf(aForkState({ review: { changes: CHANGES }, register }))).toMatchObject([{ pullRequest: 16 }]);
  });

  it('names some of many items', () => {
    const subjects = Array.from({ length: 20 }, (_, index) => `CLAV${100 + index}A`);
    expect(plain(overlapSentence({ pullRequest: 12, subjects }))).toMatch(/CLAV107A and 12 more\.$/);
  });
});
