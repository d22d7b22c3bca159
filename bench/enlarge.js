// The specification, many times enlarged: whole copies of it side by side, each closed in itself. Deterministic.

/** One file an object and one a code set: a copy has files of its own. */
const COPIED = /\/(?:objects|categories)\/(?!relationships\.yml$)[^/]+\.yml$/;
/** Files that list all objects: a copy adds its rows after the heading. */
const LISTING = /(?:^|\/)(?:relationships\.yml|ssd_change_log\.csv|data_objects_specification\.csv)$/;

/** The first line of YAML after its marker, or the first row of a CSV, whose cells may hold line breaks. */
const HEADING = /^(?:---\r?\n)?(?:"[^"]*"|[^"\n])*\n/;

const ITEM_REF = /^\s+(?:item|field)_ref: (\w+)\s*$/gm;
const OBJECT_NAME = /^- name: (\w+)\s*$/gm;
const CHANGE_ID = /\bSSD-(\d{4})\b/g;
/** More than the largest identifier in use, so that those of the copies do not meet. */
const IDENTIFIERS_A_COPY = 60;

/**
 * Takes texts by path, gives the texts of a specification that is so many times as large. Object names, refs, code
 * sets and change identifiers of a copy are its own, so its foreign keys and its change log stay inside it.
 */
export function enlarge(files, times) {
  const words = wordsOf(files);
  const enlarged = new Map(files);
  for (let copy = 1; copy < times; copy += 1) {
    const rename = renamer(words, copy);
    for (const [path, text] of files) {
      if (COPIED.test(path)) enlarged.set(pathOfCopy(path, copy), rename(text));
      else if (LISTING.test(path)) enlarged.set(path, withRows(enlarged.get(path), text, rename));
    }
  }
  return enlarged;
}

/** What names something in the specification, wherever it stands. */
function wordsOf(files) {
  const texts = [...files].filter(([path]) => COPIED.test(path)).map(([, text]) => text);
  const found = (pattern) => new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word)));
  return { refs: found(ITEM_REF), objects: found(OBJECT_NAME) };
}

function renamer({ refs, objects }, copy) {
  const renamed = new Map([...objects].map((object) => [object, nameOfCopy(object, copy)]));
  for (const ref of refs) renamed.set(ref, refOfCopy(ref, copy));
  return (text) =>
    text
      .replace(/\w+/g, (word) => renamed.get(word) ?? word)
      .replace(/^(\s+code_set: )(\S+)/gm, (_, key, name) => key + nameOfCopy(name, copy))
      .replace(CHANGE_ID, (_, digits) => identifierOfCopy(Number(digits), copy));
}

function nameOfCopy(name, copy) {
  return `${name}_${String(copy).padStart(3, '0')}`;
}

function pathOfCopy(path, copy) {
  return `${nameOfCopy(path.slice(0, -'.yml'.length), copy)}.yml`;
}

/**
 * The form AAAA000A holds: five copies share a last letter and differ in the hundreds, of which the real refs use the
 * first two. 130 copies are possible.
 */
function refOfCopy(ref, copy) {
  const [, stem, hundreds, rest] = /^(\w+)(\d)(\d\d)A$/.exec(ref) ?? [];
  if (stem === undefined || Number(hundreds) > 1 || copy >= 130) throw new Error(`${ref} cannot have copy ${copy}`);
  const letter = String.fromCharCode('A'.charCodeAt(0) + Math.floor(copy / 5));
  return `${stem}${Number(hundreds) + 2 * (copy % 5)}${rest}${letter}`;
}

function identifierOfCopy(number, copy) {
  if (number >= IDENTIFIERS_A_COPY) throw new Error(`SSD-${number} cannot have copies`);
  return `SSD-${String(number + copy * IDENTIFIERS_A_COPY).padStart(4, '0')}`;
}

function withRows(all, text, rename) {
  const heading = HEADING.exec(text)?.[0] ?? '';
  return `${all.replace(/\n?$/, '\n')}${rename(text.slice(heading.length))}`;
}
