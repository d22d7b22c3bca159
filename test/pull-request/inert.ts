/** What GitHub must not do with a text of ours, whatever a proposal put into it. */
import { elementsOf, markdownToHtml, proseOf } from '../report/markup.js';

const OWN_ELEMENTS = new Set(
  'p,strong,em,s,h3,ul,li,code,pre,details,summary,hr,table,thead,tbody,tr,th,td,a,span,br,!--'.split(','),
);

/**
 * Nobody is notified, nothing is referred to, closed or loaded, and every element is closed where it was opened. Links
 * lead into the repository.
 */
export function expectInert(markdown: string, repository = 'd2i/ssd'): void {
  const html = markdownToHtml(markdown);
  const elements = elementsOf(html);
  expect(elements.filter(({ name }) => !OWN_ELEMENTS.has(name))).toEqual([]);
  const links = elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes);
  expect(links.filter((link) => !link.startsWith(`href="/${repository}/`))).toEqual([]);
  const prose = proseOf(html);
  expect(prose).not.toMatch(/@[\w/-]/);
  expect(prose).not.toMatch(/#\d/);
  expect(prose).not.toMatch(/\bGH-\d/i);
  expect(prose).not.toMatch(/:\/\/|\bwww\./i);
  expectUnexpressive(markdown);
}

/** No expression of GitHub Actions, and nothing that cannot be seen but the stops that we put in. */
export function expectUnexpressive(text: string): void {
  expect(text).not.toContain('${{');
  expect(text.replaceAll('\u200b', '')).not.toMatch(/[\p{Cf}\p{Cs}\p{Co}]|(?![\n\t])\p{Cc}/u);
}
