/** Plain values of the sandbox, for tests that start nothing. */
import type { CheckView, PullView, SandboxState } from '../../sandbox/state.js';

const BOT = { login: 'spec-steward[bot]', isBot: true };
const CONTRIBUTOR = { login: 'contributor', isBot: false };

export function aCheck(given: Partial<CheckView> = {}): CheckView {
  return {
    id: 7,
    name: 'spec-steward/specification',
    conclusion: 'failure',
    title: 'Must be mended: 1 error',
    summary: 'One **error**.',
    text: '',
    annotations: [],
    buttons: [],
    ...given,
  };
}

export function aPull(given: Partial<PullView> = {}): PullView {
  return {
    number: 1,
    title: 'Link contacts',
    state: 'open',
    author: 'contributor',
    body: 'Analysts ask.',
    baseBranch: 'main',
    headLabel: 'contact-referrals',
    labels: [{ name: 'spec: bug', color: '1d76db', description: 'Repairs' }],
    checks: [aCheck()],
    timeline: [],
    decisions: null,
    files: [],
    obstacle: 'Required status check "spec-steward/specification" is failing.',
    ...given,
  };
}

export function aState(given: Partial<SandboxState> = {}): SandboxState {
  const pull = given.pull === undefined ? aPull() : given.pull;
  return {
    version: '1.1.1.rest',
    isBusy: false,
    repository: 'data-to-insight/ssd',
    pulls: pull ? [pull] : [],
    pull,
    register: [],
    webhooks: [],
    requests: [],
    log: [],
    counts: { reads: 10, writes: 3 },
    ...given,
  };
}

/** A state in which every text that anybody writes is the given one. */
export function everywhere(text: string): SandboxState {
  const at = '2026-03-02T09:00:00Z';
  const annotation = { path: text, line: 3, level: 'failure', title: text, message: text } as const;
  const check = aCheck({
    name: text,
    title: text,
    summary: text,
    text,
    annotations: [annotation],
    buttons: [{ label: text, description: text, identifier: text }],
  });
  const pull = aPull({
    title: text,
    author: text,
    body: text,
    baseBranch: text,
    headLabel: text,
    labels: [{ name: text, color: text, description: text }],
    checks: [check],
    timeline: [
      { kind: 'commit', at, author: CONTRIBUTOR, id: 'a'.repeat(40), message: `${text}\n\n${text}`, isVerified: true },
      { kind: 'comment', at, author: BOT, id: 1, isEdited: true, body: text, reactions: [] },
      {
        kind: 'comment',
        at,
        author: { login: text, isBot: false },
        id: 2,
        isEdited: false,
        body: text,
        reactions: [{ content: text, by: text }],
      },
      { kind: 'review', at, author: CONTRIBUTOR, id: 5, state: 'approved', commit: text, body: text },
      { kind: 'suggestion', at, author: BOT, id: 3, path: text, line: 4, body: text },
      { kind: 'suggestion', at, author: BOT, id: 4, path: text, line: null, body: text },
      { kind: 'event', at, author: CONTRIBUTOR, sentence: text },
    ],
    files: [
      { path: text, status: text, additions: 1, deletions: 1, patch: `@@ -1 +1 @@\n-${text}\n+${text}` },
      { path: `spec/${text}.yml`, status: 'added', additions: 1, deletions: 0, patch: null },
    ],
    obstacle: text,
    decisions: {
      branch: text,
      path: text,
      lines: [text, JSON.stringify({ kind: text, who: { name: text, organisation: text }, words: text }), '1', '{}'],
    },
  });
  const subject = { itemRef: text, object: text, codeSet: text };
  return aState({
    pull,
    register: [
      { identifier: text, subject, changeRequest: text, pullRequest: 0, state: 'reserved', date: '2026-03-02' },
    ],
    webhooks: [{ event: text, at, status: 200 }],
    requests: [{ method: 'GET', path: text, status: 200, isWrite: false }],
    log: [{ level: 'error', message: text, facts: { error: text, did: [text] } }],
  });
}
