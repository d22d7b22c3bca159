// Proposals to be reviewed. Each takes a specification as texts by path and gives the changed one.

const ORIGINAL_OBJECT = /^spec\/objects\/(?!.*_\d{3}\.yml$)[^/]+\.yml$/;
const DESCRIPTION = /^( +description: \w.*)$/m;
const SIZE = /^( +size: )(\d+)$/m;
const RETURN_CIN = /^( +- )CIN$/m;

const reword = (text) => text.replace(DESCRIPTION, '$1, as last confirmed');
const addReturn = (text) => text.replace(RETURN_CIN, '$1CIN\n$1SEN2');
const addItem = (text) => text + newItem(/item_ref: (\w+)\d{3}A$/m.exec(text)[1]);

/** One edit an item: a text, a name, a size, a return, a whole item. No edit, the same text: it does not apply. */
const EDITS = [
  reword,
  (text) => text.replace(/^( +- name: \w+_)date$/m, '$1day'),
  (text) => text.replace(SIZE, (_, key, size) => `${key}${2 * Number(size)}`),
  addReturn,
  addItem,
];

/** The normal small proposal: five items of five data objects. */
export function fiveItems(files) {
  const proposed = new Map(files);
  const paths = [...files.keys()].filter((path) => ORIGINAL_OBJECT.test(path)).sort();
  for (const edit of EDITS) {
    const at = paths.findIndex((path) => edit(files.get(path)) !== files.get(path));
    const [path] = paths.splice(at, 1);
    proposed.set(path, edit(files.get(path)));
  }
  return proposed;
}

function newItem(stem) {
  const name = `${stem.toLowerCase()}_confirmed_date`;
  return `  - name: ${name}\n    description: Date of the last confirmation\n    item_ref: ${stem}099A\n    type: datetime\n`;
}

/** As many changes as the largest recorded refresh has (378): every text reworded, and a return added 19 times. */
export function everyItem(files) {
  let returns = 0;
  return new Map(
    [...files].map(([path, text]) => {
      if (!path.startsWith('spec/objects/')) return [path, text];
      const reworded = text.replace(new RegExp(DESCRIPTION, 'gm'), '$1, as last confirmed');
      const widened = returns < 19 ? addReturn(reworded) : reworded;
      if (widened !== reworded) returns += 1;
      return [path, widened];
    }),
  );
}
