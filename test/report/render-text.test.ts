import { ansiPaint, type Paint, plainPaint } from '../../src/report/paint.js';
import { renderText } from '../../src/report/render-text.js';
import { aReview } from './build.js';
import { biggestVersion, everywhere, fiveItems, HOSTILE } from './stories.js';

const plainly = { width: 100, paint: plainPaint };

describe('renderText', () => {
  it('of nothing is two lines', () => {
    expect(renderText(aReview(), plainly)).toBe(
      '✔ No item-level change.\nStandard Safeguarding Dataset: main (8dc88e7) to working tree\n',
    );
  });

  it('of the demonstration reads like this', () => {
    expect(renderText(fiveItems(), plainly)).toMatchSnapshot();
  });

  it('keeps to the width of the terminal, whatever that is', () => {
    for (const width of [60, 80, 120]) {
      const long = renderText(fiveItems(), { ...plainly, width })
        .split('\n')
        .filter((line) => [...line].length > width && line.trim().includes(' '));
      expect(long).toEqual([]);
    }
  });

  it('shows the crowd by a few and every structural change that stands alone', () => {
    const text = renderText(biggestVersion(), { ...plainly, fullReport: 'report.html' });
    expect(text.match(/type nvarchar becomes datetime/g)).toHaveLength(43);
    expect(text.replace(/\s+/g, ' ')).toMatch(/78 items – description gains "New\.", for example (ssd_\w+\.\w+,? ){3}/);
    expect(text.length).toBeLessThan(60_000);
  });

  it('says where the whole is', () => {
    const end = (fullReport?: string) =>
      renderText(biggestVersion(), { ...plainly, ...(fullReport ? { fullReport } : {}) })
        .split('\n')
        .at(-2);
    expect(end()).toBe('The full report, with all that is folded here: steward review --format html');
    expect(end('report.html')).toBe('The full report, with all that is folded here: report.html');
    expect(renderText(fiveItems(), plainly)).not.toContain('full report');
  });

  it('has colour only from the paint, and the same words with it', () => {
    const coloured = renderText(fiveItems(), { ...plainly, paint: ansiPaint });
    const start = String.fromCharCode(27);
    expect(coloured).toContain(`${start}[31m-    pers_send nvarchar(1),${start}[39m`);
    expect(coloured.replaceAll(new RegExp(`${start}\\[\\d+m`, 'g'), '')).toBe(renderText(fiveItems(), plainly));
  });

  it('tells the paint what it paints', () => {
    const bracket: Paint = (style, text) => (style === 'mend' ? `<${text}>` : text);
    expect(renderText(fiveItems(), { ...plainly, paint: bracket })).toMatch(/^<✘ Must be mended: .*>\n/);
  });

  it.each(HOSTILE)('sends no control character of %j', (text) => {
    const rendered = renderText(everywhere(text), plainly);
    expect(rendered).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
  });
});
