/** Two sides' edits of one text: brought together where git would, and never otherwise than git would. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { mergeTexts } from '../../src/reconcile/merge-texts.js';

const text = (...lines: string[]) => `${lines.join('\n')}\n`;
const BASE = text('a', 'b', 'c', 'd', 'e');

test.each<[string, string, string, string | null]>([
  ['edits in two places', text('A', 'b', 'c', 'd', 'e'), text('a', 'b', 'c', 'd', 'E'), text('A', 'b', 'c', 'd', 'E')],
  ['an edit on one side only', BASE, text('a', 'b', 'd', 'e'), text('a', 'b', 'd', 'e')],
  [
    'the same edit on both sides',
    text('a', 'x', 'c', 'd', 'e'),
    text('a', 'x', 'c', 'd', 'e'),
    text('a', 'x', 'c', 'd', 'e'),
  ],
  ['two edits of one line', text('a', 'x', 'c', 'd', 'e'), text('a', 'y', 'c', 'd', 'e'), null],
  ['edits of neighbouring lines', text('a', 'x', 'c', 'd', 'e'), text('a', 'b', 'y', 'd', 'e'), null],
  ['two lines added in one place', text('a', 'b', 'c', 'd', 'e', 'f'), text('a', 'b', 'c', 'd', 'e', 'g'), null],
  ['a line taken out that the other side changes', text('a', 'b', 'd', 'e'), text('a', 'b', 'C', 'd', 'e'), null],
  [
    'a last line without an end',
    'a\nb\nc\nd\ne',
    text('A', 'b', 'c', 'd', 'e'),
    text('A', 'b', 'c', 'd', 'e').trimEnd(),
  ],
  ['other line ends', BASE.replaceAll('\n', '\r\n'), text('a', 'b', 'c', 'd', 'x'), null],
])('%s', (_, ours, theirs, expected) => {
  expect(mergeTexts(BASE, ours, theirs)).toBe(expected);
  expect(mergeTexts(BASE, theirs, ours)).toBe(expected);
});

describe('beside git', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'steward-merge-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What `git merge-file` makes of it; null where it finds a conflict. */
  function byGit(texts: Readonly<Record<'ours' | 'base' | 'theirs', string>>): string | null {
    const paths = (['ours', 'base', 'theirs'] as const).map((name) => {
      const path = join(folder, name);
      writeFileSync(path, texts[name]);
      return path;
    });
    const { status, stdout } = spawnSync('git', ['merge-file', '-p', '-q', ...paths]);
    return status === 0 ? stdout.toString() : null;
  }

  test('what is brought together is what git makes of it', () => {
    // Lines that stand once: where they repeat, there are several right ways of telling what became of them.
    const base = fc.uniqueArray(fc.nat(99).map(String), { minLength: 4, maxLength: 14 });
    const edit = fc.record({
      at: fc.nat(13),
      gone: fc.nat(2),
      lines: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    });
    let clean = 0;
    fc.assert(
      fc.property(base, edit, edit, (lines, one, other) => {
        const side = ({ at, gone, lines: added }: typeof one) => text(...lines.toSpliced(at, gone, ...added));
        const merged = mergeTexts(text(...lines), side(one), side(other));
        if (merged === null) return;
        clean += 1;
        expect(merged).toBe(byGit({ base: text(...lines), ours: side(one), theirs: side(other) }));
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(clean).toBeGreaterThan(40);
  });
});
