/** Who is hit, in words. */
import type { ChangeKind } from '../changes/change-kinds.js';
import type { Impact } from '../review.js';
import { counted, joined, type Phrase, say, value } from './phrase.js';

/** `SSDA903 (3 items), CIN (2 items)`. */
export function returnsSentence(returns: Impact['returns']): Phrase {
  return joined(
    returns.map((each) => say`${value(each.name)} (${counted(each.items, 'item')})`),
    ', ',
  );
}

/** `mosaic (3 items, run by 48 local authorities)`. */
export function cmsSentence(cms: Impact['cms']): Phrase {
  return joined(
    cms.map(({ name: title, items, localAuthorities }) => {
      const runBy = counted(localAuthorities, 'local authority', 'local authorities');
      return say`${value(title)} (${counted(items, 'item')}, run by ${runBy})`;
    }),
    ', ',
  );
}

/** What a change means for whoever reads a column; `title` is the reader's. */
export type ConsumerEffect = (column: {
  readonly title: string;
  /** Its old and its new name. */
  readonly was: string;
  readonly now: string;
  /** The old name means another column now. */
  readonly reused: boolean;
}) => string;

/** `old` for who reads the column by its old name, `new` by its new one; kinds without a row break no query. */
interface ConsumerEffects {
  readonly old?: ConsumerEffect;
  readonly new?: ConsumerEffect;
}

const NEW_NAME: ConsumerEffects = {
  old: ({ was, now, title, reused }) =>
    reused
      ? `${title} reads \`${was}\`; without an error it now gets another column, and what it means is in \`${now}\`.`
      : `${title} reads \`${was}\`; its query fails until it reads \`${now}\`.`,
  new: ({ was, now, title }) => `${title} reads \`${now}\`, which now exists; it was \`${was}\`.`,
};

/** What each kind of change means for a reader of the column; a kind without a row breaks no query. */
export const CONSUMER_EFFECTS: Partial<Record<ChangeKind, ConsumerEffects>> = {
  'object-renamed': NEW_NAME,
  'item-renamed': NEW_NAME,
  'item-moved': NEW_NAME,
  'item-removed': {
    old: ({ was, title, reused }) =>
      reused
        ? `${title} reads \`${was}\`; without an error it now gets another column, and what it means is gone.`
        : `${title} reads \`${was}\`; its query fails, because the column is gone.`,
  },
  'item-added': { new: ({ now, title }) => `${title} reads \`${now}\`, which the specification now has.` },
  'item-type-changed': eitherName('its values arrive in another type and may be refused or misread'),
  'item-size-changed': eitherName('its values may be of another length, and be cut or refused'),
  'item-code-set-changed': eitherName('it meets codes of another set'),
  'code-set-value-added': eitherName('it may meet codes that it does not know'),
  'code-set-value-removed': eitherName('codes that it knows are gone'),
  'code-set-value-redefined': eitherName('codes that it knows have another meaning'),
};

function eitherName(effect: string): ConsumerEffects {
  return {
    old: ({ was, title }) => `${title} reads \`${was}\`; ${effect}.`,
    new: ({ now, title }) => `${title} reads \`${now}\`; ${effect}.`,
  };
}
