/** Forms and buttons: each is a plain POST to one order, so the page works without its script too. */
import { htmlText } from '../../src/report/defuse.js';

/** What a button orders. */
export interface ButtonOptions {
  readonly order: string;
  readonly label: string;
  readonly hint?: string;
  /** The pull request that it is about. */
  readonly pull: number;
  /** Login of whom it is done as. */
  readonly who: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly kind?: 'main' | 'danger';
}

/** One button with what it says about itself. */
export function button({ order, label, hint = '', pull, who, fields = {}, kind }: ButtonOptions): string {
  const shown = hint === '' ? '' : `<span class="hint">${htmlText(hint)}</span>`;
  const style = kind ? ` class="${kind}"` : '';
  return form(order, { pull: String(pull), who, ...fields }, `<button${style}>${htmlText(label)}</button>${shown}`);
}

/** A form of one order; the content is HTML. */
export function form(order: string, fields: Readonly<Record<string, string>>, content: string): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${htmlText(name)}" value="${htmlText(value)}">`,
  );
  return `<form method="post" action="/orders/${htmlText(order)}">${hidden.join('')}${content}</form>`;
}

/** Something that one can do to a pull request. */
export type Offer = Omit<ButtonOptions, 'pull'>;

/** All offers below the person whom one plays. */
export function offersHtml(offers: readonly Offer[], pull: number): string {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) groups.set(offer.who, [...(groups.get(offer.who) ?? []), offer]);
  return [...groups]
    .map(([who, own]) => `<h3>As ${htmlText(who)}</h3>\n${own.map((one) => button({ ...one, pull })).join('\n')}`)
    .join('\n');
}
