/** The report as it stands on a pull request: the outline that every format has, without what is for one's own desk. */
import { outlineOf } from '../report/outline.js';
import type { MarkdownOutline } from '../report/render-markdown.js';
import type { Review } from '../review.js';
import { FINE_HEADLINE } from './sentences.js';

/** The sections that name what a person must mend or decide, and all others. */
export interface ReportOutline extends MarkdownOutline {
  readonly open: MarkdownOutline['sections'];
  readonly rest: MarkdownOutline['sections'];
}

/** Commands of the command line are left out: nobody needs them here. */
export function reportOutline(review: Review): ReportOutline {
  const { mark, verdict, headline, about, sections } = outlineOf(review);
  const shown = sections.filter(({ id }) => id !== 'next');
  return {
    mark,
    headline: verdict === 'fine' ? `${FINE_HEADLINE} ${headline}` : headline,
    about,
    sections: shown,
    open: shown.filter(({ id }) => id === 'decide'),
    rest: shown.filter(({ id }) => id !== 'decide'),
  };
}
