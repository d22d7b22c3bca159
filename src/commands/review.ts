/** `steward review`: what changed, what it is, who is hit and what must be decided. */
import { join } from 'node:path';
import { type LocalReview, reviewLocal } from '../local/review-local.js';
import type { Tier } from '../proof.js';
import { refusedProofs } from '../report/evidence-parts.js';
import type { Review } from '../review.js';
import { FINE, isColourful, MEND, print, progress, writeOut } from './output.js';

/** The formats of a report. */
export type ReviewFormat = 'text' | 'markdown' | 'json' | 'html';

/** Options of `steward review`. */
export interface ReviewCommand {
  readonly base?: string;
  readonly head: string;
  readonly request?: string;
  readonly format: ReviewFormat;
  /** File to write instead of standard output. */
  readonly output?: string;
  /** Try the statements of changed objects: `true` all that is here, or one kind of evidence. */
  readonly verify?: true | Exclude<Tier, 'twin'>;
}

/** GitHub's limit of a comment, in characters. */
const COMMENT_LIMIT = 65_536;

/** Exit 0 when the proposal is fine, 1 when something must be mended or decided, or a statement is refused. */
export async function reviewCommand(folder: string, command: ReviewCommand): Promise<number> {
  progress('reading both revisions ...');
  const result = await withEvidence(await reviewLocal({ folder, ...command }), command.verify);
  progress('');
  const text = await render(result, command);
  if (command.output) await writeOut(command.output, text);
  else await print(text);
  const isRefused = refusedProofs(result.review.evidence).length > 0;
  return result.review.verdict === 'fine' && !isRefused ? FINE : MEND;
}

/** Loaded only where somebody asks: the engines are most of the program. */
async function withEvidence(result: LocalReview, asked: ReviewCommand['verify']): Promise<LocalReview> {
  if (asked === undefined) return result;
  progress('trying the statements ...');
  const { verifyReview } = await import('../local/verify-review.js');
  const evidence = await verifyReview(result, asked === true ? null : asked);
  return evidence === null ? result : { ...result, review: { ...result.review, evidence } };
}

async function render(result: LocalReview, { format, output }: ReviewCommand): Promise<string> {
  const { review } = result;
  if (format === 'json') return (await import('../report/render-json.js')).renderJson(review);
  if (format === 'html') return (await import('../report/render-html.js')).renderHtml(review);
  if (format === 'markdown') return renderComment(result, output);
  return renderTerminal(review);
}

async function renderTerminal(review: Review): Promise<string> {
  const { renderText } = await import('../report/render-text.js');
  const { ansiPaint, plainPaint } = await import('../report/paint.js');
  const width = Math.min(process.stdout.columns ?? 100, 120);
  return renderText(review, { paint: isColourful() ? ansiPaint : plainPaint, width });
}

/** The comment as it fits; where it does not hold everything, the whole stands in a file beside it. */
async function renderComment({ review, repository }: LocalReview, output: string | undefined): Promise<string> {
  const { renderMarkdown } = await import('../report/render-markdown.js');
  const whole = renderMarkdown(review, { limit: Number.MAX_SAFE_INTEGER });
  if (whole.length <= COMMENT_LIMIT) return whole;
  const beside = output
    ? output.replace(/(\.md)?$/, '.full.md')
    : join(repository.gitFolder, 'spec-steward', 'review.full.md');
  await writeOut(beside, whole);
  return renderMarkdown(review, { limit: COMMENT_LIMIT, fullReport: beside });
}
