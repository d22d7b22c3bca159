import { CAST, type Player, playerOf } from '../../sandbox/cast.js';
import { renderEditor } from '../../sandbox/page/edit-page.js';
import { renderFile, renderPage } from '../../sandbox/page/page.js';
import { PAGE_SCRIPT } from '../../sandbox/page/script.js';
import { PAGE_STYLE } from '../../sandbox/page/style.js';
import type { ReviewEntry } from '../../sandbox/state.js';
import { elementsOf, textOf } from '../report/markup.js';
import { HOSTILE } from '../report/stories.js';
import { aCheck, aPull, aState, everywhere } from './values.js';

const [CONTRIBUTOR, MEMBER, CHAIR] = ['contributor', 'priya-essex', 'dilys-d2i'].map((login) => {
  const player = playerOf(login);
  if (!player) throw new Error(`nobody is called ${login}`);
  return player;
}) as [Player, Player, Player];
const NOTHING = { offers: [], notice: null, you: CONTRIBUTOR };
const OFFERS = [
  { who: 'contributor', order: 'push', label: 'Mend it', hint: 'a hint', fields: { change: 'mend' } },
  { who: 'contributor', order: 'close', label: 'Close', kind: 'danger' as const },
  { who: 'steering-group-member', order: 'merge', label: 'Merge', kind: 'main' as const },
];

function attributes(html: string, name: string): string[] {
  return elementsOf(html).flatMap(
    (element) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(element.attributes)?.[1] ?? [],
  );
}

describe('renderPage', () => {
  it('is a whole document with our script and style alone', () => {
    const html = renderPage(aState(), NOTHING);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(attributes(html, 'src')).toEqual(['/page.js']);
    expect(elementsOf(html).filter(({ name }) => name === 'style')).toEqual([]);
    expect(html).not.toMatch(/ style=| on\w+=/);
  });

  it('shows the pull request with its labels in their colours', () => {
    const html = renderPage(aState(), NOTHING);
    expect(textOf(html)).toContain('contributor wants to merge contact-referrals');
    expect(html).toContain('fill="#1d76db"></circle></svg>spec: bug</li>');
    expect(
      renderPage(aState({ pull: aPull({ labels: [{ name: 'x', color: 'red', description: '' }] }) }), NOTHING),
    ).toContain('fill="#888888"');
  });

  it('shows checks by sign, name and title, and their buttons while the pull request is open', () => {
    const buttons = [{ label: 'Write the records', description: 'Puts them right', identifier: 'write-records' }];
    const checks = [aCheck({ buttons }), aCheck({ name: 'spec-steward/records', conclusion: 'success' })];
    const open = renderPage(aState({ pull: aPull({ checks }) }), NOTHING);
    expect(open).toContain('✘ <b>spec-steward/specification</b>');
    expect(open).toContain('✔ <b>spec-steward/records</b>');
    expect(open).toContain('<input type="hidden" name="identifier" value="write-records">');
    expect(open).toContain('<strong>error</strong>');
    const closed = renderPage(aState({ pull: aPull({ checks, state: 'closed' }) }), NOTHING);
    expect(closed).not.toContain('write-records');
    expect(renderPage(aState({ pull: aPull({ checks: [aCheck({ conclusion: null })] }) }), NOTHING)).toContain('●');
  });

  it.each([
    [aPull(), 'Merging is blocked: Required status check'],
    [aPull({ obstacle: null }), 'GitHub would merge it.'],
    [aPull({ state: 'merged', obstacle: null }), 'This pull request is merged.'],
    [aPull({ state: 'closed', obstacle: null }), 'This pull request is closed.'],
  ])('says whether it can be merged', (pull, sentence) => {
    expect(textOf(renderPage(aState({ pull }), NOTHING))).toContain(sentence);
  });

  it('tells the conversation in its order', () => {
    const at = '2026-03-02T09:00:00Z';
    const author = { login: 'contributor', isBot: false };
    const pull = aPull({
      timeline: [
        { kind: 'commit', at, author, id: 'abcdef0123', message: 'Subject\n\nBody', isVerified: true },
        {
          kind: 'comment',
          at,
          author: { login: 'spec-steward[bot]', isBot: true },
          id: 5,
          isEdited: true,
          body: '*ok*',
          reactions: [],
        },
        { kind: 'event', at, author, sentence: 'closed this' },
      ],
    });
    const text = textOf(renderPage(aState({ pull }), NOTHING)).replace(/\s+/g, ' ');
    expect(text).toMatch(
      /Analysts ask\. contributor pushed abcdef0 Subject Verified 09:00 Body spec-steward bot 09:00 edited ok contributor closed this/,
    );
  });

  it('offers a suggestion while its line is there', () => {
    const suggestion = { kind: 'suggestion', at: '2026-03-02T09:00:00Z', id: 9, path: 'a.yml', body: 'x' } as const;
    const author = { login: 'spec-steward[bot]', isBot: true };
    const page = (line: number | null, state: 'open' | 'closed') =>
      renderPage(aState({ pull: aPull({ state, timeline: [{ ...suggestion, author, line }] }) }), NOTHING);
    expect(page(3, 'open')).toContain('action="/orders/commit-suggestion"');
    expect(page(3, 'closed')).not.toContain('commit-suggestion');
    expect(page(null, 'open')).not.toContain('commit-suggestion');
    expect(page(null, 'open')).toContain('The line has changed since.');
  });

  it('groups the files', () => {
    const file = (path: string) => ({ path, status: 'modified', additions: 2, deletions: 1, patch: '@@ -1 +1 @@\n+a' });
    const files = ['sql/a.sql', 'spec/ssd_change_log.csv', 'CHANGELOG.md', 'spec/objects/a.yml', 'x.txt'].map(file);
    const html = renderPage(aState({ pull: aPull({ files }) }), NOTHING);
    const heads = ['Specification', 'Records', 'SQL', 'Other files'].map((head) => html.indexOf(`<h3>${head}</h3>`));
    expect(heads).toEqual([...heads].sort((a, b) => a - b));
    expect(heads.every((at) => at > 0)).toBe(true);
  });

  it('cuts a file that is too long, and says so', () => {
    const patch = Array.from({ length: 1_000 }, (_, index) => `+line ${index}`).join('\n');
    const file = { path: 'a', status: 'added', additions: 1_000, deletions: 0, patch };
    const text = textOf(renderPage(aState({ pull: aPull({ files: [file] }) }), NOTHING));
    expect(text).toContain('+line 599');
    expect(text).not.toContain('+line 600');
    expect(text).toContain('and 400 more lines');
  });

  it('lets one choose whom to play, and says who that is', () => {
    const html = renderPage(aState(), { ...NOTHING, you: MEMBER });
    expect(html).toContain(
      '<option value="priya-essex" selected>Priya Nair, Essex: member, speaks for mosaic</option>',
    );
    expect([...html.matchAll(/ selected>/g)]).toHaveLength(1);
    for (const { organisation } of CAST) expect(html).toContain(organisation);
  });

  it('has a form for a comment and one for a review, as whom one plays', () => {
    const html = renderPage(aState(), { ...NOTHING, you: MEMBER });
    const orders = attributes(html, 'action').map((action) => action.replace('/orders/', ''));
    expect(orders).toEqual(['play', 'comment', 'comment', 'comment', 'comment', 'review']);
    expect([...html.matchAll(/<input type="hidden" name="who" value="priya-essex">/g)]).toHaveLength(5);
    expect(html).toContain('<button name="event" value="REQUEST_CHANGES">Request changes</button>');
    const closed = renderPage(aState({ pull: aPull({ state: 'closed' }) }), NOTHING);
    expect(closed).toContain('action="/orders/comment"');
    expect(closed).not.toContain('action="/orders/review"');
  });

  it('shows reviews, and lets those dismiss them who may', () => {
    const at = '2026-03-02T09:00:00Z';
    const author = { login: 'tom-herts', isBot: false };
    const review = { kind: 'review', at, author, id: 9, commit: 'abcdef0123', body: 'Why?' } as const;
    const page = (state: ReviewEntry['state'], you: Player, pullState: 'open' | 'merged' = 'open') =>
      renderPage(aState({ pull: aPull({ state: pullState, timeline: [{ ...review, state }] }) }), { ...NOTHING, you });
    expect(textOf(page('changes requested', MEMBER)).replace(/\s+/g, ' ')).toContain(
      'tom-herts Hertfordshire ✘ requested changes on abcdef0 09:00 Why?',
    );
    expect(textOf(page('approved', MEMBER))).toContain('✔ approved');
    expect(textOf(page('dismissed', CHAIR))).toContain('gave a review, since dismissed, of');
    const dismiss = 'action="/orders/dismiss"';
    expect(page('approved', CHAIR)).toContain(dismiss);
    expect(page('approved', MEMBER)).not.toContain(dismiss);
    expect(page('dismissed', CHAIR)).not.toContain(dismiss);
    expect(page('approved', CHAIR, 'merged')).not.toContain(dismiss);
  });

  it('shows who reacted with what', () => {
    const reactions = [{ content: '+1', by: 'spec-steward[bot]' }];
    const said = { at: '', author: { login: 'tom-herts', isBot: false }, id: 5, isEdited: false, body: '/approve' };
    const html = renderPage(aState({ pull: aPull({ timeline: [{ kind: 'comment', ...said, reactions }] }) }), NOTHING);
    expect(html).toContain('<ul class="reactions" aria-label="Reactions"><li><b>+1</b> spec-steward</li></ul>');
  });

  it('shows the record of decisions line by line, whatever is in it', () => {
    const entry = {
      number: 1,
      kind: 'object',
      who: { name: 'Tom Ashby', organisation: 'Hertfordshire' },
      words: '/object',
    };
    const decisions = {
      branch: 'spec-steward/register',
      path: 'decisions/pull-request-1.jsonl',
      lines: [JSON.stringify({ ...entry }), JSON.stringify({ kind: 'shown', who: null }), '{"kind": "cut'],
    };
    const html = renderPage(aState({ pull: aPull({ decisions }) }), NOTHING);
    const [, list = ''] = /<div data-live="decisions">(.*?)<\/section>/s.exec(html) ?? [];
    expect(list).toContain('/blob/spec-steward/register/decisions/pull-request-1.jsonl');
    const heads = [...list.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, head = '']) => textOf(head).trim());
    expect(heads).toEqual(['object Tom Ashby Hertfordshire /object', 'shown the App', 'a line that cannot be read']);
    expect(textOf(list)).toContain('"number": 1,\n');
    expect(list).not.toContain('U+000A');
    expect(textOf(renderPage(aState(), NOTHING))).toContain('Nothing is decided yet.');
  });

  it('has the approval check unfolded', () => {
    const checks = [aCheck(), aCheck({ name: 'spec-steward/approval', text: '| a |\n|---|\n| b |' })];
    const html = renderPage(aState({ pull: aPull({ checks }) }), NOTHING);
    expect(html).toContain('<details class="check-page" data-key="check-spec-steward/specification">');
    expect(html).toContain('<details class="check-page" open data-key="check-spec-steward/approval">');
    expect(html).toContain('<td>b</td>');
  });

  it('lists what one can do below the person whom one plays', () => {
    const html = renderPage(aState(), { ...NOTHING, offers: OFFERS });
    expect(textOf(html)).toMatch(/As contributor\s+Mend ita hint\s+Close\s+As steering-group-member\s+Merge/);
    expect(html).toContain('<input type="hidden" name="change" value="mend">');
  });

  it('shows the register, the webhooks and the requests', () => {
    const subject = { itemRef: 'CONT007A', object: 'ssd_contacts', codeSet: '' };
    const row = {
      identifier: 'SSD-0029',
      subject,
      changeRequest: 'pull request 1',
      pullRequest: 1,
      state: 'reserved',
      date: '2026-03-02',
    } as const;
    const html = renderPage(
      aState({
        register: [row, { ...row, identifier: 'SSD-0030', pullRequest: 0, changeRequest: 'direct push abc' }],
        webhooks: [{ event: 'push', at: '2026-03-02T09:00:00Z', status: 0 }],
        requests: [{ method: 'POST', path: '/repos/{owner}/{repo}/check-runs', status: 201, isWrite: true }],
        log: [{ level: 'info', message: 'at rest', facts: { reads: 10, did: ['put-comment', 'set-labels'] } }],
      }),
      NOTHING,
    );
    const text = textOf(html).replace(/\s+/g, ' ');
    expect(text).toContain('SSD-0029 CONT007A #1reserved');
    expect(text).toContain('direct push abc');
    expect(text).toContain('push no answer yet');
    expect(text).toContain('POST /check-runs 201');
    expect(text).toContain('at rest reads 10 · did put-comment, set-labels');
  });

  it('says what the last order came to, and that the App is at work', () => {
    const notice = { isRefusal: true, text: 'GitHub refuses' };
    const html = renderPage(aState({ isBusy: true }), { ...NOTHING, notice });
    expect(html).toContain('<p class="notice refusal" role="status">GitHub refuses</p>');
    expect(textOf(html)).toContain('The App is at work');
    expect(textOf(renderPage(aState(), NOTHING))).toContain('At rest');
  });

  it('has something to say where there is no such pull request', () => {
    expect(textOf(renderPage(aState({ pull: null }), NOTHING))).toContain('There is no such pull request.');
  });

  it('has each anchor once, and links only to those', () => {
    const html = renderPage(everywhere('x'), { ...NOTHING, offers: OFFERS });
    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const inside = attributes(html, 'href').filter((href) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(3);
    for (const link of inside) expect(ids).toContain(link.slice(1));
  });

  it.each(HOSTILE)('keeps its shape whatever the texts are: %j', (text) => {
    const notice = { isRefusal: false, text };
    const offers = [{ who: text, order: text, label: text, hint: text, fields: { [text || 'x']: text } }];
    const html = renderPage(everywhere(text), { offers, notice, you: MEMBER });
    const shape = elementsOf(html).filter(({ name }) => /^(section|form|aside|main|h1|h2|button)$/.test(name));
    const plain = elementsOf(renderPage(everywhere('x'), { offers, notice, you: MEMBER })).filter(({ name }) =>
      /^(section|form|aside|main|h1|h2|button)$/.test(name),
    );
    const h = (all: typeof shape) => all.filter(({ name }) => !/^h[12]$/.test(name)).length;
    expect(h(shape)).toBe(h(plain));
    expect(elementsOf(html).filter(({ name }) => /^(img|iframe|object|style|base)$/.test(name))).toEqual([]);
    expect(elementsOf(html).filter(({ name }) => name === 'script')).toHaveLength(1);
    for (const { attributes: given } of elementsOf(html)) expect(given.replace(/"[^"]*"/g, '')).not.toMatch(/\bon\w+=/);
  });
});

describe('renderEditor', () => {
  const editing = {
    repository: 'o/r',
    pull: 1,
    paths: ['a.yml', 'b.yml'],
    path: 'b.yml',
    text: '\n<a> & "b"\n',
    who: 'tom-herts',
  };

  it('has the text exactly as it is, a first empty line too', () => {
    const [, shown = ''] = /<textarea[^>]*>\n([\s\S]*)<\/textarea>/.exec(renderEditor(editing)) ?? [];
    expect(textOf(shown)).toBe(editing.text);
  });

  it('commits as whom one plays', () => {
    expect(renderEditor(editing)).toContain('<input type="hidden" name="who" value="tom-herts">');
  });

  it('lets another file be chosen', () => {
    expect(renderEditor(editing)).toContain('<option>a.yml</option><option selected>b.yml</option>');
  });

  it.each(HOSTILE)('is well-formed: %j', (text) => {
    elementsOf(renderEditor({ ...editing, paths: [text], path: text, text }));
  });
});

describe('renderFile', () => {
  it('shows Markdown as Markdown and the rest as it is', () => {
    expect(renderFile('o/r', { path: 'a.md', text: '# Head' })).toContain('<h1>Head</h1>');
    expect(renderFile('o/r', { path: 'a.csv', text: 'a,<b>\n"c"' })).toContain('a,&lt;b&gt;\n&quot;c&quot;');
  });
});

describe('what the page loads', () => {
  it('is a script that can be read, and fetches nothing from elsewhere', () => {
    expect(() => new Function(PAGE_SCRIPT)).not.toThrow();
    expect(PAGE_SCRIPT + PAGE_STYLE).not.toMatch(/https?:|@import|url\(/);
  });

  it('has a place for every part that follows the state', () => {
    const html = renderPage(aState(), NOTHING);
    const names = attributes(html, 'data-live');
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['status', 'head', 'conversation', 'checks', 'files', 'register', 'log']),
    );
  });
});
