import { renderHtml } from '../../src/report/render-html.js';
import { aChange, aReview } from './build.js';
import { elementsOf, textOf } from './markup.js';
import { biggestVersion, everywhere, fiveItems, HOSTILE } from './stories.js';

const OURS = new Set(
  (
    'html head meta title style body header main nav section div details summary h1 h2 h3 h4 p ul li a ' +
    'table thead tbody tr th td span code pre ins del'
  ).split(' '),
);

function attribute(html: string, name: string): string[] {
  return elementsOf(html).flatMap(
    ({ attributes }) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? [],
  );
}

describe('renderHtml', () => {
  it('is one page that needs nothing else', () => {
    const html = renderHtml(fiveItems());
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(elementsOf(html).filter(({ name }) => !OURS.has(name))).toEqual([]);
    expect(html).not.toMatch(/<script|src=|url\(|@import|https?:/);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('begins with the verdict', () => {
    expect(renderHtml(fiveItems())).toContain('<h1 class="mend">✘ <span>Must be mended: 1 dangling foreign key.');
    expect(renderHtml(aReview())).toContain('<h1 class="fine">✔ <span>No item-level change.</span></h1>');
  });

  it('holds everything, however much', () => {
    const text = textOf(renderHtml(biggestVersion()));
    expect(text).not.toContain('more in the full report');
    for (const index of [0, 100, 299, 300, 377]) expect(text).toContain(`obje_name_of_item_${index}`);
  });

  it('has headings in order, none left out', () => {
    for (const review of [fiveItems(), biggestVersion(), everywhere('x')]) {
      const levels = elementsOf(renderHtml(review)).flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []);
      expect(levels.filter((level) => level === '1')).toHaveLength(1);
      levels.forEach((level, index) => {
        expect(Number(level) - Number(levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
    }
  });

  it('has an anchor for each data object, and each only once', () => {
    const html = renderHtml(fiveItems());
    const ids = attribute(html, 'id');
    expect(ids).toEqual(
      expect.arrayContaining(['object-ssd_person', 'object-ssd_permanence', 'object-ssd_disability']),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of attribute(html, 'href')) expect(ids).toContain(link.slice(1));
  });

  it('gives different objects different anchors', () => {
    const objects = ['a b', 'a.b', 'a"b', 'A b', 'a_b', 'constructor', '😀', '\ud83d'];
    const changes = objects.map((object) => aChange({ kind: 'item-type-changed', object }));
    const ids = attribute(renderHtml(aReview({ changes })), 'id').filter((id) => id.startsWith('object-'));
    expect(new Set(ids).size).toBe(objects.length);
    for (const id of ids) expect(id).toMatch(/^[\w.-]+$/);
  });

  it('shows a change with its reason and its place', () => {
    const text = textOf(renderHtml(fiveItems()));
    expect(text).toContain('It repairs a misspelt word.');
    expect(text).toContain('spec/objects/ssd_person.yml:42:11');
  });

  it('marks what went and what came by more than a colour', () => {
    const html = renderHtml(fiveItems());
    expect(html).toContain('<del>regstrar</del>');
    expect(html).toContain('<ins>registrar</ins>');
    expect(html).toContain('<span class="gone">-    pers_send nvarchar(1),</span>');
    expect(html).toContain('<span class="new">+    pers_send_flag nvarchar(1),</span>');
  });

  it('has what goes and what comes side by side, and what stays once for who hears it read', () => {
    const html = renderHtml(fiveItems());
    expect(html).toContain(
      '<div class="run"><pre><span class="gone">-    pers_send nvarchar(1),</span></pre>' +
        '<pre><span class="new">+    pers_send_flag nvarchar(1),</span></pre></div>',
    );
    expect(html).toContain(
      '<pre class="copy" aria-hidden="true"><span class="same"> CREATE TABLE ssd_person (</span></pre>',
    );
    expect(html).toContain('<span>before, from line 3</span><span>after, from line 3</span>');
    expect(html).toMatch(/@media \(max-width: 40rem\) \{.*\.run \.copy, \.run \.none \{ display: none; \}/s);
  });

  it('opens what is folded when it is printed, and has a dark side', () => {
    const html = renderHtml(fiveItems());
    expect(html).toMatch(/@media print \{.*details::details-content/s);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('width=device-width');
  });

  it.each(HOSTILE)('lets nothing in: %j', (text) => {
    const html = renderHtml(everywhere(text));
    const elements = elementsOf(html);
    expect(elements.filter(({ name }) => !OURS.has(name))).toEqual([]);
    expect(
      elements.filter(({ attributes }) => /\bon\w+=|javascript:/i.test(attributes.replace(/"[^"]*"/g, ''))),
    ).toEqual([]);
    expect(html).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
  });

  it('keeps its shape whatever the texts are', () => {
    const shape = (text: string) =>
      elementsOf(renderHtml(everywhere(text))).filter(({ name }) => /^(h\d|section|tr)$/.test(name));
    expect(new Set(HOSTILE.filter((text) => text.trim() !== '').map((text) => shape(text).length)).size).toBe(1);
  });
});

describe('contrast', () => {
  const html = renderHtml(aReview());

  /** Relative luminance and contrast of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
  function luminance(colour: string): number {
    const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  }

  function contrast(a: string, b: string): number {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
  }

  const themes = [...html.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) =>
    Object.fromEntries(
      [...(body ?? '').matchAll(/--([\w-]+): (#[0-9a-f]+)/g)].map(([, name, colour]) => [name, colour]),
    ),
  );
  const pairs = [
    ...['ink', 'faint', 'fine', 'decide', 'mend'].flatMap((ink) => [
      [ink, 'paper'],
      [ink, 'panel'],
    ]),
    ['new-ink', 'new'],
    ['gone-ink', 'gone'],
  ];

  it('is at least 4.5 to 1 for every text, light, dark and printed', () => {
    expect(themes).toHaveLength(3);
    for (const theme of themes) {
      for (const [ink, paper] of pairs) {
        expect({ ink, paper, enough: contrast(theme[ink ?? ''] ?? '', theme[paper ?? ''] ?? '') >= 4.5 }).toEqual({
          ink,
          paper,
          enough: true,
        });
      }
    }
  });
});
