import fc from 'fast-check';
import { shares } from '../../src/report/share.js';

describe('shares', () => {
  it('gives everyone what they need when there is room', () => {
    expect(shares([3, 5, 0], 8, 1)).toEqual([3, 5, 0]);
  });

  it('lets the small keep what they need and divides the rest', () => {
    expect(shares([10, 1000, 1000], 110, 20)).toEqual([10, 50, 50]);
  });

  it('serves the first ones when equal parts would be too small to be of use', () => {
    expect(shares([30, 30, 30], 50, 40)).toEqual([30, 20, 0]);
  });

  it('gives nothing when there is nothing', () => {
    expect(shares([], 10, 1)).toEqual([]);
    expect(shares([4], -1, 1)).toEqual([0]);
  });

  it('never gives more than is needed, nor more than there is, and nothing is kept back', () => {
    const needs = fc.array(fc.nat(1000), { maxLength: 20 });
    fc.assert(
      fc.property(needs, fc.nat(5000), fc.nat(500), (all, room, least) => {
        const given = shares(all, room, least);
        const sum = given.reduce((total, share) => total + share, 0);
        given.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(all[index] ?? 0);
        });
        expect(sum).toBeLessThanOrEqual(room);
        const wanted = Math.min(
          room,
          all.reduce((total, need) => total + need, 0),
        );
        expect(sum).toBeGreaterThan(wanted - Math.max(all.length, 1));
      }),
    );
  });
});
