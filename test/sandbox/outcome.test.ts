import { outcomeText } from '../../sandbox/outcome.js';
import type { PullView } from '../../sandbox/state.js';
import { HOSTILE } from '../report/stories.js';
import { aCheck, aPull, aState, everywhere } from './values.js';

const at = '2026-03-02T09:00:00Z';
const BOT = { login: 'spec-steward[bot]', isBot: true };

const COMMENT = `<!-- spec-steward:report -->

**✘ Must be mended: 1 \`error\`.**

The standard: \`main\` to cms\\_field

### SQL

1 of 3 targets changes.

<details><summary><code>a.sql</code>: +1 column</summary>

\`\`\`diff
+x
\`\`\`
</details>

### Records

<details><summary>not SQL</summary></details>
`;

function pullWith(body: string): PullView {
  return aPull({
    timeline: [
      {
        kind: 'comment',
        at,
        author: { login: 'contributor', isBot: false },
        id: 1,
        isEdited: false,
        body: 'Mine',
        reactions: [],
      },
      { kind: 'comment', at, author: BOT, id: 2, isEdited: false, body, reactions: [] },
      { kind: 'commit', at, author: BOT, id: 'abcdef0123', message: 'records: SSD-0028\n\nMore', isVerified: true },
    ],
    files: [{ path: 'sql/a.sql', status: 'modified', additions: 3, deletions: 1, patch: '' }],
  });
}

describe('outcomeText', () => {
  it('says all that the participants see, in the order in which they ask', () => {
    const subject = { itemRef: 'CONT007A', object: 'ssd_contacts', codeSet: '' };
    const row = {
      identifier: 'SSD-0029',
      subject,
      changeRequest: 'pull request 1',
      pullRequest: 1,
      date: '2026-03-02',
    };
    const state = aState({ pull: pullWith(COMMENT), register: [{ ...row, state: 'reserved' }] });
    expect(outcomeText(state)).toBe(`#1 Link contacts
open, contributor wants to merge contact-referrals into main

Comment
  ✘ Must be mended: 1 error.
  The standard: main to cms_field
Checks
  spec-steward/specification: failure (Must be mended: 1 error)
Merge
  Required status check "spec-steward/specification" is failing.
Labels
  spec: bug
Commits
  abcdef0 spec-steward[bot], verified: records: SSD-0028
Register
  SSD-0029 CONT007A reserved for pull request 1
Files changed
  sql/a.sql +3 -1
SQL
  a.sql: +1 column
`);
  });

  it('says what there is not', () => {
    const pull = aPull({ labels: [], checks: [aCheck({ conclusion: null })], obstacle: null });
    const text = outcomeText(aState({ pull }));
    for (const line of [
      'Comment\n  none',
      ': running (',
      'GitHub would merge it.',
      'Labels\n  none',
      'no identifier is given yet',
      'SQL\n  unchanged',
    ]) {
      expect(text).toContain(line);
    }
    expect(outcomeText(aState({ pull: null }))).toBe('There is no such pull request.\n');
  });

  it('takes no other comment for ours', () => {
    const pull = aPull({
      timeline: [
        {
          kind: 'comment',
          at,
          author: { login: 'x', isBot: false },
          id: 1,
          isEdited: false,
          body: COMMENT,
          reactions: [],
        },
      ],
    });
    expect(outcomeText(aState({ pull }))).toContain('Comment\n  none');
  });

  it.each(HOSTILE)('moves no cursor and hides nothing: %j', (text) => {
    expect(outcomeText(everywhere(text))).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
  });
});
