/** The three checks where nothing can be judged: settings, policy, register or record cannot be read, so nothing passes. */
import { APPROVAL_CHECK } from '../approval/check.js';
import type { Hash } from '../changes/diff.js';
import type { ErrorDetail } from '../errors.js';
import type { PutCheck } from '../plan.js';
import { plainText } from '../report/defuse.js';
import { cut } from '../report/phrase.js';
import { inline } from '../report/render-markdown.js';
import { checkOf, RECORDS_CHECK, SPECIFICATION_CHECK } from './checks.js';
import { UNJUDGED_ADVICE, unjudgedFault, unjudgedTitle } from './decision-sentences.js';

const LONGEST_TITLE = 250;

/** All of them, failing, with code, place, what was found and what is expected. */
export function unjudgedChecks(commit: string, detail: ErrorDetail, hash: Hash): PutCheck[] {
  const title = cut(plainText(unjudgedTitle(detail)), LONGEST_TITLE);
  const summary = `${inline(unjudgedFault(detail))}\n\n${inline(UNJUDGED_ADVICE)}`;
  const texts = { conclusion: 'failure', title, summary, text: '', annotations: [], buttons: [] } as const;
  return [SPECIFICATION_CHECK, RECORDS_CHECK, APPROVAL_CHECK].map((name) => checkOf({ commit, name, ...texts }, hash));
}
