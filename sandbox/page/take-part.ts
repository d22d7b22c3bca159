/** Taking part: whom one plays, and what one says. None of it is put in place anew, so that nothing typed is lost. */
import { htmlText } from '../../src/report/defuse.js';
import { CAST, introduction, type Player } from '../cast.js';
import type { PullView } from '../state.js';
import { form } from './forms.js';

/** Commands that need no more words. */
const COMMANDS = ['/help', '/approve', '/recheck'];

/** All forms in which one says something. */
export function takePartHtml(pull: PullView, you: Player): string {
  return [playForm(pull, you), commentForm(pull, you), reviewForm(pull, you), editLink(pull)].join('\n');
}

function playForm({ number }: PullView, you: Player): string {
  const options = CAST.map((one) => {
    const chosen = one.login === you.login ? ' selected' : '';
    return `<option value="${htmlText(one.login)}"${chosen}>${htmlText(introduction(one))}</option>`;
  });
  const content = `<label for="play">You are</label>
<select id="play" name="who" data-submit>${options.join('')}</select> <button>Be this person</button>`;
  return form('play', { pull: String(number) }, content);
}

function commentForm({ number }: PullView, { login }: Player): string {
  const fields = { pull: String(number), who: login };
  const content = `<label for="comment">Comment</label>
<textarea id="comment" name="body" rows="3" maxlength="60000" required
placeholder="/object SSD-0029 and the reason"></textarea>
<button>Comment</button>`;
  const commands = COMMANDS.map((body) => form('comment', { ...fields, body }, `<button>${body}</button>`));
  return `${form('comment', fields, content)}<div class="commands">${commands.join('')}</div>`;
}

function reviewForm({ number, state }: PullView, { login }: Player): string {
  if (state !== 'open') return '';
  const content = `<label for="review">Review</label>
<textarea id="review" name="body" rows="2" maxlength="60000"></textarea>
<button name="event" value="APPROVE">Approve</button>
<button name="event" value="REQUEST_CHANGES">Request changes</button>`;
  return form('review', { pull: String(number), who: login }, content);
}

function editLink({ number, state }: PullView): string {
  return state === 'open' ? `<p><a href="/edit?pull=${number}">Edit any file of the proposal …</a></p>` : '';
}
