/** Colour for the terminal, passed in, so that rendering itself knows no terminal. */

/** What a piece of text is on the terminal; the paint decides how that looks. */
export type Style = 'heading' | 'name' | 'faint' | 'gone' | 'new' | 'fine' | 'decide' | 'mend';

/** Gives the text in a style; the text has no control characters and must get none but the style's own. */
export type Paint = (style: Style, text: string) => string;

/** No colour: for files, pipes and people who switched it off. */
export const plainPaint: Paint = (_, text) => text;

/** Select Graphic Rendition codes, on and off, of ECMA-48; 16 colours only, so that the terminal's own theme decides. */
const CODES: Record<Style, readonly [number, number]> = {
  heading: [1, 22],
  name: [36, 39],
  faint: [2, 22],
  gone: [31, 39],
  new: [32, 39],
  fine: [32, 39],
  decide: [33, 39],
  mend: [31, 39],
};

/** Colour for terminals that know ANSI escape sequences. */
export const ansiPaint: Paint = (style, text) => {
  const [on, off] = CODES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};
