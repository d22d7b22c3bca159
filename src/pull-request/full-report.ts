/** The whole report as a file on the register's branch, for the comments that cannot hold it. */
import type { CommitFiles } from '../plan.js';
import { REGISTER_BRANCH } from '../register/register.js';
import { renderOutline } from '../report/render-markdown.js';
import { fullReportMessage } from './sentences.js';
import type { View } from './view.js';

/** Path of the file. */
export function fullReportFile(number: number): string {
  return `reports/${number}.md`;
}

/** How a text that was cut says where the whole is. The address is one of the same site, whatever its name. */
export function fullReportPlace({ state: { repository, pull } }: View) {
  const file = fullReportFile(pull.number);
  return { fullReport: file, fullReportAddress: `/${repository}/blob/${REGISTER_BRANCH}/${file}` };
}

/** The commit that writes the file, or none when it has the report already. */
export function putFullReport({ state, outline }: View): CommitFiles[] {
  const { repository, register, pull, fullReport } = state;
  const text = `${renderOutline(outline, { limit: Number.MAX_SAFE_INTEGER }).trim()}\n`;
  if (fullReport === text) return [];
  return [
    {
      kind: 'commit-files',
      repository,
      branch: REGISTER_BRANCH,
      expectedHead: register.commit,
      message: fullReportMessage(pull.number),
      files: [{ path: fullReportFile(pull.number), text }],
    },
  ];
}
