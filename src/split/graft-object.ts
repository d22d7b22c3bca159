/** Puts chosen items, order and name of one revision's object into the text of the other's. */
import type { DataItem } from '../specification/model.js';
import { lineBreakOf } from '../specification/yaml-span.js';
import type { Choice, ItemChoice, ObjectChoice } from './choice.js';
import { reindented, type Written, withBlockOf } from './item-text.js';
import { type Texts, textAt } from './revision.js';
import { type ObjectText, refusal, slotsOf } from './slots.js';

/** An item's lines on their way into the text, with the item of the other side. */
interface Line {
  readonly from: DataItem | null;
  readonly into: DataItem | null;
  readonly above: string;
  readonly own: string;
}

/** The files of one object as they must be; none where nothing of it is chosen. Throws `cannot-splice`. */
export function graftObject(pair: ObjectChoice, choice: Choice): Texts {
  const { into, from, takesName } = pair;
  const concerned = choice.items.filter((item) => isIn(item.into, into) || isIn(item.from, from));
  if (concerned.length === 0 && !takesName && !pair.takesOrder) return new Map();
  if (!into) return newFile(pair, concerned, choice);
  const text = textAt(choice.into, into.file);
  const there = slotsOf(text, into);
  const lines = linesAfter(pair, { choice, concerned, text, there });
  if (!from && lines.length === 0) {
    if (!there.isAlone) throw refusal(into, text, there.name.start);
    return new Map([[into.file, null]]);
  }
  const body = joined(lines, { lineBreak: lineBreakOf(text), isLast: there.end === text.length });
  const grafted = text.slice(0, there.start) + body + text.slice(there.end);
  return takesName ? renamed(pair, grafted, choice) : new Map([[into.file, grafted]]);
}

function isIn(item: DataItem | null, object: ObjectChoice['into']): boolean {
  return object?.items.some((own) => own === item) ?? false;
}

interface Here {
  readonly choice: Choice;
  readonly concerned: readonly ItemChoice[];
  readonly text: string;
  readonly there: ObjectText;
}

function linesAfter({ into, from, takesOrder }: ObjectChoice, { choice, concerned, text, there }: Here): Line[] {
  const others = new Map([...choice.counterparts].map(([one, other]) => [other, one]));
  const source = from && { text: textAt(choice.from, from.file), object: from };
  const sources = new Map(
    source && concerned.some((item) => isIn(item.from, from))
      ? slotsOf(source.text, source.object).slots.map((slot) => [slot.item, { ...source, slot }] as const)
      : [],
  );
  const first = there.slots[0];
  const adapt = (item: Written) => (lines: string) =>
    reindented(lines, (first?.indent ?? item.slot.indent) - item.slot.indent, lineBreakOf(text));
  let lines = there.slots.map(
    (slot): Line => ({ into: slot.item, from: others.get(slot.item) ?? null, above: slot.above, own: slot.own }),
  );
  for (const item of concerned) {
    const written = item.from && sources.get(item.from);
    const at = lines.findIndex((line) => line.into !== null && line.into === item.into);
    const present = there.slots.find((slot) => slot.item === item.into) ?? null;
    const kept = present && into ? { slot: present, text, object: into } : null;
    if (!written) lines = lines.toSpliced(at, 1);
    else {
      const own = adapt(written)(ownLines(written, kept ?? elsewhere(item, choice), choice));
      const line = { ...item, above: adapt(written)(written.slot.above), own };
      if (at >= 0) lines = lines.with(at, { ...line, above: lines[at]?.above ?? '' });
      else lines = lines.toSpliced(placeFor(item.from, written.object.items, lines), 0, line);
    }
  }
  return takesOrder && from ? inOrderOf(from.items, lines) : lines;
}

/** The item's lines with the metadata block of the base, whichever side that is. */
function ownLines(written: Written, other: Written | null, { base }: Choice): string {
  return base === 'from' ? written.slot.own : withBlockOf(written, other);
}

/** Where the item stood in another object of `into`. */
function elsewhere({ into }: ItemChoice, { objects, into: revision }: Choice): Written | null {
  const object = objects.find((pair) => isIn(into, pair.into))?.into;
  if (!object) return null;
  const text = textAt(revision, object.file);
  const slot = slotsOf(text, object).slots.find(({ item }) => item === into);
  return slot ? { slot, text, object } : null;
}

/** Behind the nearest item before it that is there as well, else before the nearest behind it, else at the end. */
function placeFor(item: DataItem | null, order: readonly DataItem[], lines: readonly Line[]): number {
  const own = item ? order.indexOf(item) : -1;
  const at = (other: DataItem) => lines.findIndex((line) => line.from === other);
  const before = order
    .slice(0, own)
    .reverse()
    .map(at)
    .find((place) => place >= 0);
  if (before !== undefined) return before + 1;
  return (
    order
      .slice(own + 1)
      .map(at)
      .find((place) => place >= 0) ?? lines.length
  );
}

/** Items that both sides have, in the other's order, on the places that they have together. */
function inOrderOf(order: readonly DataItem[], lines: readonly Line[]): Line[] {
  const place = ({ from }: Line) => (from ? order.indexOf(from) : -1);
  const sorted = lines.filter((line) => place(line) >= 0).sort((a, b) => place(a) - place(b));
  return lines.map((line) => (place(line) >= 0 ? (sorted.shift() ?? line) : line));
}

function joined(lines: readonly Line[], { lineBreak, isLast }: { lineBreak: string; isLast: boolean }): string {
  const whole = lines.reduce((text, { above, own }) => {
    const gap = text === '' || text.endsWith('\n') ? '' : lineBreak;
    return text + gap + above + own;
  }, '');
  return isLast || whole === '' || whole.endsWith('\n') ? whole : whole + lineBreak;
}

/** An object that `into` does not have: the other side's file with the chosen items alone. */
function newFile({ from }: ObjectChoice, concerned: readonly ItemChoice[], choice: Choice): Texts {
  if (!from) return new Map();
  const text = textAt(choice.from, from.file);
  const there = slotsOf(text, from);
  if (choice.into.files.has(from.file) || !there.isAlone) throw refusal(from, text, there.name.start);
  const chosen = there.slots.filter((slot) => concerned.some((item) => item.from === slot.item));
  const lines = chosen.map((slot): Line => {
    const written = { slot, text, object: from };
    const item = concerned.find((one) => one.from === slot.item);
    const own = ownLines(written, item ? elsewhere(item, choice) : null, choice);
    return { from: slot.item, into: null, above: slot.above, own };
  });
  const body = joined(lines, { lineBreak: lineBreakOf(text), isLast: there.end === text.length });
  return new Map([[from.file, text.slice(0, there.start) + body + text.slice(there.end)]]);
}

/** The text under the other side's name of the object, in that side's file. */
function renamed({ into, from }: ObjectChoice, grafted: string, choice: Choice): Texts {
  if (!into || !from) return new Map();
  const text = textAt(choice.from, from.file);
  const { name } = slotsOf(text, from);
  const { name: was, start } = slotsOf(textAt(choice.into, into.file), into);
  if (was.start > start) throw refusal(into, grafted, was.start);
  const whole = grafted.slice(0, was.start) + text.slice(name.start, name.end) + grafted.slice(was.end);
  const gone = into.file === from.file ? [] : [[into.file, null] as const];
  return new Map<string, string | null>([...gone, [from.file, whole]]);
}
