import fc from 'fast-check';
import {
  htmlCode,
  htmlText,
  jsonText,
  markdownCode,
  markdownFence,
  markdownHtml,
  markdownText,
  terminalText,
  visible,
} from '../../src/report/defuse.js';
import { elementsOf, markdownToHtml, proseOf, textOf } from './markup.js';
import { HOSTILE } from './stories.js';

const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }), fc.constantFrom('`', '``', '\n', ' ', '|')),
  )
  .map((parts) => parts.join(''));

/** What GitHub acts on in text, checked where neither code nor links protect it. */
function expectInert(html: string): void {
  const prose = proseOf(html);
  expect(prose).not.toMatch(/@[\w/-]/);
  expect(prose).not.toMatch(/#\d/);
  expect(prose).not.toMatch(/\bGH-\d/i);
  expect(prose).not.toMatch(/:\/\/|\bwww\./i);
  expect(prose).not.toContain('$');
}

describe('text that cannot be seen', () => {
  it.each([
    ['a right-to-left override', 'a\u202eb', 'a[U+202E]b'],
    ['a zero-width space', 'a\u200bb', 'a[U+200B]b'],
    ['an escape sequence', '\u001b[31m', '[U+001B][31m'],
    ['an 8-bit control', '\u009b31m', '[U+009B]31m'],
    ['half of a surrogate pair', 'a\ud800', 'a[U+D800]'],
    ['an invisible letter', 'a\u3164b', 'a[U+3164]b'],
    ['a tag character', 'a\u{e0041}b', 'a[U+E0041]b'],
  ])('names %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves ordinary text, accents, emoji and other scripts alone', () => {
    const ordinary = 'pers_send_flag: Zoë’s 12 % – 日本 😀';
    expect(visible(ordinary)).toBe(ordinary);
  });
});

describe('markdownText', () => {
  it.each([
    ['plain words stay plain', 'The child lives with a parent.', 'The child lives with a parent.'],
    ['a mention', '@org/everyone', '@\u200borg/everyone'],
    ['an issue', 'closes #12', 'closes #\u200b12'],
    ['an issue in the other spelling', 'GH-12', 'GH-\u200b12'],
    ['a link', 'https://evil.example', 'https:\u200b//evil.example'],
    ['a picture', '![x](y)', '!\\[x\\](y)'],
    ['an HTML tag', '<b>', '\\<b\\>'],
    ['an HTML comment', '<!-- marker -->', '\\<\u200b!-- marker --\\>'],
    ['an entity', '&lt;', '\\&lt;'],
    ['a table cell', 'a|b', 'a\\|b'],
    ['a heading', '# x', '\\#\u200b x'],
    ['a list item', '- x', '\\- x'],
    ['a numbered item', '1. x', '1\\. x'],
    ['a formula', '$x$', '<span>$</span>x<span>$</span>'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions, not of ours
    ['an expression of an Action', '${{ x }}', '<span>$</span>\u200b{{ x }}'],
    ['several lines', 'a\r\nb', 'a b'],
  ])('defuses %s', (_, text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it('reads as it was written, on one line, without an element of its own', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = markdownToHtml(`${markdownText(text)}\n`);
        const names = elementsOf(html.replaceAll('<span>$</span>', '')).map(({ name }) => name);
        expect(names.filter((name) => name !== 'p')).toEqual([]);
        expect(textOf(html).replaceAll('\u200b', '').trim()).toBe(terminalText(text).trim());
        expectInert(html);
      }),
    );
  });
});

describe('markdownCode', () => {
  it('leaves an ordinary name ordinary', () => {
    expect(markdownCode('pers_send_flag')).toBe('`pers_send_flag`');
  });

  it.each([
    ['backticks inside', 'a`b', '``a`b``'],
    ['a longer run', 'a``b', '```a``b```'],
    ['a backtick at the edge', '`a', '`` `a ``'],
    ['a line break', 'x\nDROP TABLE y;', '`x[U+000A]DROP TABLE y;`'],
    ['nothing', '', '(empty)'],
    ['white space only', '  ', '(blank)'],
    ['the marker of a comment', '<!-- x -->', '`<\u200b!-- x -->`'],
  ])('shows %s', (_, text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });

  it('is one code span that reads as it was written', () => {
    fc.assert(
      fc.property(
        hostile.filter((text) => visible(text).trim() !== ''),
        (text) => {
          const html = markdownToHtml(`- ${markdownCode(text)} end\n`);
          const names = elementsOf(html).map(({ name }) => name);
          expect(names).toEqual(['ul', 'li', 'code']);
          const shown = textOf(html).replaceAll('\u200b', '').trim();
          expect(shown).toBe(`${visible(text)} end`.trim());
        },
      ),
    );
  });
});

describe('markdownFence', () => {
  it('has a fence longer than any run of backticks inside', () => {
    expect(markdownFence([' ````', '+x'], 'diff')).toBe('`````diff\n ````\n+x\n`````');
  });

  it('stays one block whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1 }), (lines) => {
        const html = markdownToHtml(`${markdownFence(lines, 'diff')}\n`);
        expect(elementsOf(html).map(({ name }) => name)).toEqual(['pre', 'code']);
      }),
    );
  });
});

describe('HTML', () => {
  it('escapes what would end a text or an attribute', () => {
    expect(htmlText('<a href="x" title=\'y\'>&')).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  it('makes one line of running text and shows the line breaks of code', () => {
    expect(htmlText('a\nb')).toBe('a b');
    expect(htmlCode('a\nb')).toBe('a[U+000A]b');
  });

  it('never lets an element in, and a summary in Markdown notifies nobody', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(elementsOf(htmlText(text) + htmlCode(text))).toEqual([]);
        const summary = `<summary>${markdownHtml(text)}</summary>`;
        expect(elementsOf(summary.replaceAll('<span>$</span>', '')).map(({ name }) => name)).toEqual(['summary']);
        expectInert(summary);
      }),
    );
  });
});

describe('terminal and JSON', () => {
  it('lets no control character through', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(terminalText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });

  it('escapes JSON without changing its value', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = jsonText(JSON.stringify({ text }, null, 2));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});
