import fc from 'fast-check';
import { renderMarkdown } from '../../src/report/render-markdown.js';
import { aReview } from './build.js';
import { elementsOf, markdownToHtml, proseOf, textOf } from './markup.js';
import { biggestVersion, everywhere, fiveItems, HOSTILE } from './stories.js';

const WHOLE = { limit: Number.POSITIVE_INFINITY };
const COMMENT = { limit: 65_536, fullReport: 'report.md' };

/** Elements that our own Markdown makes. */
const OURS = new Set('p strong em h3 ul li code pre s span details summary'.split(' '));

function foreign(html: string): string[] {
  return elementsOf(html)
    .filter(({ name, attributes }) => !OURS.has(name) || (attributes !== '' && attributes !== 'class="language-diff"'))
    .map(({ name, attributes }) => `${name} ${attributes}`);
}

describe('renderMarkdown', () => {
  it('of nothing is the verdict and what was reviewed', () => {
    expect(renderMarkdown(aReview(), COMMENT)).toBe(
      '**✔ No item-level change.**\n\nStandard Safeguarding Dataset: `main (8dc88e7)` to `working tree`\n\n',
    );
  });

  it('of the demonstration reads like this', () => {
    expect(renderMarkdown(fiveItems(), COMMENT)).toMatchSnapshot();
  });

  it('renders to the elements that it means', () => {
    const html = markdownToHtml(renderMarkdown(biggestVersion(), WHOLE));
    expect(foreign(html)).toEqual([]);
    const count = (wanted: string) => elementsOf(html).filter(({ name }) => name === wanted).length;
    expect(count('details')).toBe(count('summary'));
    expect(count('pre')).toBe(3 * 378);
    expect(textOf(html)).not.toContain('more in the full report');
  });
});

describe('a comment on GitHub', () => {
  const comment = renderMarkdown(biggestVersion(), COMMENT);

  it('holds the biggest recorded version', () => {
    expect(comment.length).toBeLessThanOrEqual(COMMENT.limit);
    expect(comment.length).toBeGreaterThan(COMMENT.limit * 0.8);
    expect(comment).toContain('This report is shortened; the whole is in `report.md`.');
  });

  it('keeps the verdict first and every section', () => {
    expect(comment.startsWith('**✔ 378 changes to 378 items in 40 data objects')).toBe(true);
    const headings = (markdown: string) => markdown.match(/^### .*/gm);
    expect(headings(comment)).toEqual(headings(renderMarkdown(biggestVersion(), WHOLE)));
  });

  it('is cut between items, and accounts for all that is left out', () => {
    expect(foreign(markdownToHtml(comment))).toEqual([]);
    const whole = renderMarkdown(biggestVersion(), WHOLE);
    const left = [...comment.matchAll(/^and ([\d,]+) more in the full report/gm)];
    const sum = left.reduce((total, [, count]) => total + Number(count?.replaceAll(',', '')), 0);
    const units = (markdown: string) =>
      (markdown.replace(/^```diff$.*?^```$/gms, '- a piece').match(/^- /gm) ?? []).length;
    expect(units(comment) + sum).toBe(units(whole));
  });

  it('shows some of the SQL of every target', () => {
    for (const target of ['liquid_logic.sqlserver', 'mosaic.sqlserver', 'eclipse.postgres']) {
      const [, own] = comment.split(`<summary><code>${target}</code>`);
      expect(own?.slice(0, own.indexOf('</details>'))).toContain('```diff');
    }
  });

  it('fits ten times as much', () => {
    const markdown = renderMarkdown(biggestVersion(3_780), COMMENT);
    expect(markdown.length).toBeLessThanOrEqual(COMMENT.limit);
    expect(foreign(markdownToHtml(markdown))).toEqual([]);
  });

  it('fits any limit, whole in its structure', () => {
    const reviews = [fiveItems(), biggestVersion(), everywhere('long 😀 `text` '.repeat(30))];
    fc.assert(
      fc.property(fc.constantFrom(...reviews), fc.integer({ min: 4, max: 70_000 }), (review, limit) => {
        const markdown = renderMarkdown(review, { limit, fullReport: 'report.md' });
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit);
        expect(markdown).not.toMatch(/\p{Cs}/u);
        expect(foreign(markdownToHtml(markdown))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('hostile texts', () => {
  it.each(HOSTILE)('do nothing: %j', (text) => {
    const markdown = renderMarkdown(everywhere(text), WHOLE);
    const html = markdownToHtml(markdown);
    expect(foreign(html)).toEqual([]);
    expect(html).not.toContain('<!--');
    expect(markdown).not.toMatch(/<!--|\$\{\{/);
    const prose = proseOf(html);
    expect(prose).not.toMatch(/@[\w/-]|#\d|\bGH-\d|:\/\/|\bwww\./i);
    expect(prose).not.toContain('$');
    expect(markdown).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069\p{Cs}]/u);
  });

  it('leave every section where it belongs', () => {
    const titles = (text: string) =>
      textOf(markdownToHtml(renderMarkdown(everywhere(text), WHOLE)).replace(/<(?!\/?h3)[^>]*>/g, '')).length > 0;
    expect(HOSTILE.every(titles)).toBe(true);
    const headings = HOSTILE.map((text) => elementsOf(markdownToHtml(renderMarkdown(everywhere(text), WHOLE))));
    expect(new Set(headings.map((all) => all.filter(({ name }) => name === 'h3').length)).size).toBe(1);
  });
});
