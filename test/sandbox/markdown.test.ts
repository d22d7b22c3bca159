import fc from 'fast-check';
import { diffHtml, markdownHtml } from '../../sandbox/page/markdown.js';
import { elementsOf, textOf } from '../report/markup.js';
import { HOSTILE } from '../report/stories.js';

const OURS = new Set(
  (
    'h1 h2 h3 h4 h5 h6 p ul ol li a em strong s code pre span blockquote hr br table thead tbody tr th td ' +
    'details summary kbd sub sup ins del'
  ).split(' '),
);

const render = (markdown: string) => markdownHtml(markdown, 'data-to-insight/ssd');

describe('markdownHtml', () => {
  it('shows what our comment is made of', () => {
    const html = render('<details><summary><code>a.sql</code>: 2 tables</summary>\n\n- one\n\n</details>\n');
    expect(elementsOf(html).map(({ name }) => name)).toEqual(['details', 'summary', 'code', 'ul', 'li']);
    expect(textOf(html).replace(/\s+/g, ' ').trim()).toBe('a.sql: 2 tables one');
  });

  it('hides comments', () => {
    expect(render('<!-- spec-steward:report -->\n\nText <!-- more --> here').trim()).toBe('<p>Text  here</p>');
  });

  it.each([
    ['#12', '<p><a href="/data-to-insight/ssd/pull/12">#12</a></p>'],
    ['see (#2), a#3 and `#4`', '<p>see (<a href="/data-to-insight/ssd/pull/2">#2</a>), a#3 and <code>#4</code></p>'],
    ['[#5](/there)', '<p><a href="/there">#5</a></p>'],
    ['#0 and #x', '<p>#0 and #x</p>'],
  ])('makes links of references: %s', (markdown, html) => {
    expect(render(markdown).trim()).toBe(html);
  });

  it('marks the lines of a difference', () => {
    const html = render('```diff\n@@ -1 +1 @@\n-old\n+new\n same\n```');
    expect(html).toContain('<span class="at">@@ -1 +1 @@</span><span class="gone">-old</span>');
    expect(html).toContain('<span class="new">+new</span><span class="same"> same</span>');
  });

  it('shows a suggestion as what comes', () => {
    expect(render('```suggestion\n  type: bit\n```')).toContain('<span class="new">+  type: bit</span>');
  });

  it('names what cannot be seen in a difference', () => {
    expect(textOf(diffHtml(['+a\u202eb\u0007']))).toContain('+a[U+202E]b[U+0007]');
  });

  it('lets no text end the element that it stands in', () => {
    expect(render('</details></summary></div></li>')).not.toMatch(/<\/(?:details|summary|div|li)>/);
    expect(render('<sub>never <kbd>closed')).toBe('<p><sub>never <kbd>closed</kbd></sub></p>\n');
    expect(render('<DETAILS open onclick="x()">\n\ntext')).not.toContain('<details');
  });

  it('takes no element that does something', () => {
    for (const tag of ['script', 'style', 'img', 'iframe', 'form', 'input', 'svg', 'a', 'object', 'base', 'meta']) {
      const html = render(`<${tag}>\n\nand <${tag}> inline <${tag} src="x" onerror="y()">`);
      expect(elementsOf(html).map(({ name }) => name)).not.toContain(tag);
    }
  });

  it.each(HOSTILE)('lets nothing in: %j', (text) => {
    for (const markdown of [text, `- ${text}`, `<details>\n\n${text}`, `> ${text}\n\n</details>`])
      expectHarmless(markdown);
  });

  it('lets nothing in, whatever is put together', () => {
    const pieces = [
      '<details>',
      '</details>',
      '<sub>',
      '</sub>',
      '<summary>',
      '<!--',
      '-->',
      '<script>',
      '```',
      '\n\n',
      '- ',
      '> ',
      'x',
      '[a](b)',
      '|a|\n|-|\n',
      '&lt;',
      '<',
      '>',
      '"',
      '`',
      '<kbd ',
      '/>',
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 25 })
      .map((all) => all.join(''));
    fc.assert(fc.property(text, expectHarmless), { numRuns: 300 });
  });
});

function expectHarmless(markdown: string): void {
  const elements = elementsOf(render(markdown));
  expect(elements.filter(({ name }) => !OURS.has(name))).toEqual([]);
  for (const { attributes } of elements) {
    expect(attributes).toMatch(/^(?:|(?:class|tabindex|role|aria-label|href|title|start|style)="[^"]*"(?: |$))*$/);
    expect(attributes).not.toMatch(/href="\s*(?:javascript|vbscript|data|file):/i);
  }
}
