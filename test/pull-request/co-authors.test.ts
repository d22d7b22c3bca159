/** Whoever wrote a change answers for it on every branch that we put it on. */
import type { Commit, Person } from '../../src/forge.js';
import { coAuthorTrailers, withTrailers } from '../../src/pull-request/co-authors.js';

const ada: Person = { login: 'ada', id: 7, isBot: false };
const olga: Person = { login: 'Olga-N', id: 8, isBot: false };
const bot: Person = { login: 'spec-steward[bot]', id: 9, isBot: true };
const web: Person = { login: 'web-flow', id: 19_864_447, isBot: false };

function commit(author: Person | null, committer: Person | null = author, message = 'size: wider'): Commit {
  return { id: 'c'.repeat(40), message, parents: [], author, committer };
}

const ADA = 'Co-authored-by: ada <7+ada@users.noreply.github.com>';
const OLGA = 'Co-authored-by: Olga-N <8+Olga-N@users.noreply.github.com>';

test.each<[what: string, commits: readonly Commit[], lines: readonly string[]]>([
  ['the author, by the address of the account', [commit(ada)], [ADA]],
  ['the committer too', [commit(ada, olga)], [ADA, OLGA]],
  ['each once', [commit(ada), commit(olga, ada), commit(ada)], [ADA, OLGA]],
  ['no machine', [commit(bot), commit(ada, web)], [ADA]],
  ['nobody known', [commit(null)], []],
  [
    'co-authors as the message has them',
    [commit(ada, ada, 'x\n\nco-authored-by: Sam S <sam@example.org>\nCo-Authored-By:Kim<kim@x.org> \n')],
    [ADA, 'Co-authored-by: Sam S <sam@example.org>', 'Co-authored-by: Kim <kim@x.org>'],
  ],
])('%s', (_, commits, lines) => {
  expect(coAuthorTrailers(commits)).toEqual(lines);
});

describe('authors that the conversation names', () => {
  test('an address without an account keeps the name, at a domain that leads nowhere', () => {
    expect(coAuthorTrailers([commit(null)], [{ login: null, name: 'Ada L' }])).toEqual([
      'Co-authored-by: Ada L <no-account@spec-steward.invalid>',
    ]);
  });

  test('an account that is named already is not named again; another is', () => {
    const authors = [
      { login: 'ADA', name: 'Ada L' },
      { login: 'sam', name: 'Sam S' },
      { login: 'web-flow', name: 'GitHub' },
      { login: 'spec-steward[bot]', name: 'Steward' },
    ];
    expect(coAuthorTrailers([commit(ada)], authors)).toEqual([
      ADA,
      'Co-authored-by: Sam S <sam@users.noreply.github.com>',
    ]);
  });

  test('a name cannot bring a line, or an address, of its own', () => {
    const name = 'x>\nCo-authored-by: olga <8+Olga-N@users.noreply.github.com';
    expect(coAuthorTrailers([], [{ login: null, name }])).toEqual([
      'Co-authored-by: x Co-authored-by: olga 8+Olga-N@users.noreply.github.com <no-account@spec-steward.invalid>',
    ]);
    expect(coAuthorTrailers([], [{ login: null, name: '\u0000' }])).toEqual([
      'Co-authored-by: unknown <no-account@spec-steward.invalid>',
    ]);
  });
});

test('they are the last paragraph of a message', () => {
  expect(withTrailers('split: SSD-0031\n\nWhy.\n', [ADA, OLGA])).toBe(`split: SSD-0031\n\nWhy.\n\n${ADA}\n${OLGA}`);
  expect(withTrailers('split: SSD-0031', [])).toBe('split: SSD-0031');
});
