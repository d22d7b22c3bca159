import { reportOutline } from '../../src/pull-request/report-outline.js';
import {
  companionBody,
  companionClosed,
  companionMerged,
  companionTitle,
  directPushBody,
  directPushTitle,
  givenSentence,
} from '../../src/pull-request/sentences.js';
import { plain } from '../../src/report/phrase.js';
import { fiveItems, HOSTILE } from '../report/stories.js';
import { aPull } from './build.js';
import { expectInert, expectUnexpressive } from './inert.js';

const PUSH = { branch: 'main', before: 'a'.repeat(40), after: 'b'.repeat(40), author: 'jane' };

describe('the pull request with the commits of a fork', () => {
  it('names the original, so that its number leads there', () => {
    expect(companionTitle(aPull())).toBe('#7 with its records: Rename a flag');
    expect(companionBody(aPull())).toContain('Proposed by `analyst` in #7, which comes from a fork');
  });

  it('says where to talk and where to merge', () => {
    expect(companionBody(aPull())).toContain('Please talk in #7, and merge here.');
  });

  it('closes nothing by a keyword', () => {
    const texts = [companionBody(aPull()), companionClosed(aPull()), companionMerged(aPull())];
    for (const text of texts) expect(text).not.toMatch(/\b(?:close|fix|resolve)[sd]?:? #/i);
  });
});

describe('the pull request with the records of direct pushes', () => {
  it('says that nobody approved them, and whence they come', () => {
    expect(directPushTitle(PUSH)).toBe('Not approved: records of changes pushed straight to main');
    const body = directPushBody(PUSH, 3);
    expect(body).toContain('3 items changed on `main` without a pull request. Nobody was asked: not approved.');
    expect(body).toContain(`Source: direct push of ${'b'.repeat(40)} by \`jane\`.`);
  });

  it('counts one item', () => {
    expect(directPushBody(PUSH, 1)).toMatch(/^1 item changed/);
  });

  it('keeps its title from push to push', () => {
    expect(directPushTitle({ ...PUSH, ...{ after: 'c'.repeat(40) } })).toBe(directPushTitle(PUSH));
  });
});

describe('hostile titles, names and branches', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('stay texts: %s', (_, text) => {
    for (const title of [companionTitle(aPull({ title: text })), directPushTitle({ branch: text })]) {
      expect(title.replace(/^#7 /, '')).not.toMatch(/@[\w/-]|#\d|\n/);
      expect(title.length).toBeLessThanOrEqual(256);
      expectUnexpressive(title);
    }
    expectInert(directPushBody({ ...PUSH, branch: text, author: text }, 2));
    const author = { login: text, id: 1, isBot: false };
    expectInert(companionBody(aPull({ title: text, body: text, author })).replaceAll('#7', 'it'));
  });
});

describe('identifiers in a sentence', () => {
  it('is one or a span', () => {
    expect(plain(givenSentence(['SSD-0028']))).toBe('The change has the identifier SSD-0028.');
    expect(plain(givenSentence(['SSD-0028', 'SSD-0029']))).toBe(
      'The changes have 2 identifiers, SSD-0028 to SSD-0029.',
    );
  });
});

describe('the outline of a report', () => {
  const outline = reportOutline(fiveItems());

  it('has no commands of the command line', () => {
    expect(outline.sections.map(({ title }) => title)).not.toContain('What to do next');
  });

  it('is what is open and the rest', () => {
    expect([...outline.open, ...outline.rest]).toEqual(outline.sections);
    expect(outline.open.map(({ title }) => title)).toEqual(['To be mended or decided']);
  });

  it('says in words that nothing is left', () => {
    const fine = { ...fiveItems(), verdict: 'fine', headline: '5 changes.' } as const;
    expect(reportOutline(fine).headline).toBe('Nothing must be mended or decided. 5 changes.');
  });
});
