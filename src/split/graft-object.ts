/** Puts chosen items, order and name of one revision's object into the text of the other's. */
import type { DataItem, DataObject } from '../specification/model.js';
import { lineBreakOf } from '../specification/yaml-span.js';
import type { Choice, ItemChoice, ObjectChoice } from './choice.js';
import { reindented, type Written, withBlockOf } from './item-text.js';
import { type Revised, type Texts, textAt } from './revision.js';
import { type ObjectText, refusal, slotsOf } from './slots.js';

/** An item's lines on their way into the text, with the item of the other side. */
interface Line {
  readonly from: DataItem | null;
  readonly into: DataItem | null;
  readonly above: string;
  readonly own: string;
}

/** An object's text in one revision. */
interface Page extends ObjectText {
  readonly text: string;
  readonly object: DataObject;
}

function pageOf(revision: Revised, object: DataObject): Page {
  const text = textAt(revision, object.file);
  return { text, object, ...slotsOf(text, object) };
}

function writtenOn(page: Page | null, item: DataItem | null): Written | null {
  const slot = page?.slots.find((one) => one.item === item);
  return page && slot ? { slot, text: page.text, object: page.object } : null;
}

/** The files of one object as they must be; none where nothing of it is chosen. Throws `cannot-splice`. */
export function graftObject(pair: ObjectChoice, choice: Choice): Texts {
  const { into, from, takesName, takesOrder } = pair;
  const concerned = choice.items.filter((item) => isIn(item.into, into) || isIn(item.from, from));
  if (concerned.length === 0 && !takesName && !takesOrder) return new Map();
  const source = from && pageOf(choice.from, from);
  if (!into) return source ? newFile(source, concerned, choice) : new Map();
  const there = pageOf(choice.into, into);
  const grafted = concerned.reduce(
    (lines, item) => graftItem(lines, item, { there, source, choice }),
    linesOf(there, choice),
  );
  const lines = takesOrder && from ? inOrderOf(from.items, grafted) : grafted;
  if (!from && lines.length === 0) {
    if (!there.isAlone) throw refusal(into, there.text, there.name.start);
    return new Map([[into.file, null]]);
  }
  const text = withLines(there, lines);
  return takesName && source ? renamed(text, there, source) : new Map([[into.file, text]]);
}

function isIn(item: DataItem | null, object: DataObject | null): boolean {
  return object?.items.some((own) => own === item) ?? false;
}

function linesOf({ slots }: Page, { counterparts }: Choice): Line[] {
  const others = new Map([...counterparts].map(([one, other]) => [other, one]));
  return slots.map(({ item, above, own }) => ({ into: item, from: others.get(item) ?? null, above, own }));
}

interface Desk {
  readonly there: Page;
  readonly source: Page | null;
  readonly choice: Choice;
}

/** The lines with the item as the other side has it: in its place, at a new one, or taken out. */
function graftItem(lines: Line[], { into, from }: ItemChoice, { there, source, choice }: Desk): Line[] {
  const written = writtenOn(source, from);
  if (!source || !written) return lines.filter((line) => line.into !== into);
  const by = (there.slots[0]?.indent ?? written.slot.indent) - written.slot.indent;
  const adapted = (text: string) => reindented(text, by, lineBreakOf(there.text));
  const own = adapted(ownLines(written, into, choice));
  const at = lines.findIndex((line) => into !== null && line.into === into);
  if (at >= 0) return lines.with(at, { into, from, own, above: lines[at]?.above ?? '' });
  const line = { into, from, own, above: adapted(written.slot.above) };
  return lines.toSpliced(placeFor(from, source.object.items, lines), 0, line);
}

/** The item's lines with the metadata block of the base, whichever side that is, and wherever the item stood in it. */
function ownLines(written: Written, into: DataItem | null, choice: Choice): string {
  if (choice.base === 'from') return written.slot.own;
  const object = choice.objects.find((pair) => isIn(into, pair.into))?.into ?? null;
  return withBlockOf(written, object && writtenOn(pageOf(choice.into, object), into));
}

/** Behind the nearest item before it that is there as well, else at the top. */
function placeFor(item: DataItem | null, order: readonly DataItem[], lines: readonly Line[]): number {
  const before = item ? order.slice(0, order.indexOf(item)).reverse() : [];
  const places = before.map((other) => lines.findIndex((line) => line.from === other));
  return (places.find((place) => place >= 0) ?? -1) + 1;
}

/** Items that both sides have, in the other's order, on the places that they have together. */
function inOrderOf(order: readonly DataItem[], lines: readonly Line[]): Line[] {
  const place = ({ from }: Line) => (from ? order.indexOf(from) : -1);
  const sorted = lines.filter((line) => place(line) >= 0).sort((a, b) => place(a) - place(b));
  return lines.map((line) => (place(line) >= 0 ? (sorted.shift() ?? line) : line));
}

/** The page with these lines in place of its items. */
function withLines({ text, start, end }: Page, lines: readonly Line[]): string {
  const lineBreak = lineBreakOf(text);
  const whole = lines.reduce((before, { above, own }) => ended(before, lineBreak) + above + own, '');
  return text.slice(0, start) + (end === text.length ? whole : ended(whole, lineBreak)) + text.slice(end);
}

function ended(lines: string, lineBreak: string): string {
  return lines === '' || lines.endsWith('\n') ? lines : lines + lineBreak;
}

/** An object that `into` does not have: the other side's file with the chosen items alone. */
function newFile(source: Page, concerned: readonly ItemChoice[], choice: Choice): Texts {
  const { object, text, isAlone, name, slots } = source;
  if (choice.into.files.has(object.file) || !isAlone) throw refusal(object, text, name.start);
  const lines = slots.flatMap((slot): Line[] => {
    const chosen = concerned.find(({ from }) => from === slot.item);
    if (!chosen) return [];
    return [{ ...chosen, above: slot.above, own: ownLines({ slot, text, object }, chosen.into, choice) }];
  });
  return new Map([[object.file, withLines(source, lines)]]);
}

/** The text under the other side's name of the object, in that side's file. */
function renamed(text: string, { object, name, start }: Page, source: Page): Texts {
  if (name.start > start) throw refusal(object, text, name.start);
  const whole =
    text.slice(0, name.start) + source.text.slice(source.name.start, source.name.end) + text.slice(name.end);
  const { file } = source.object;
  return new Map<string, string | null>([
    [object.file, null],
    [file, whole],
  ]);
}
