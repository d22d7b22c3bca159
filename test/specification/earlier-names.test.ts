/** Names that items had before; and the sets of keys that metadata blocks had. */
import { earlierNames } from '../../src/specification/earlier-names.js';
import { METADATA_SETS, metadataSetOf } from '../../src/specification/spellings.js';

const textWith = (...items: (readonly [ref: string, name: string])[]) =>
  `nodes:\n- name: x\n  fields:\n${items.map(([ref, name]) => `  - name: ${name}\n    item_ref: ${ref}\n`).join('')}`;

describe('earlier names', () => {
  test('each once, in the order of the texts, of the refs that are asked for', () => {
    const texts = [textWith(['A', 'two'], ['B', 'b']), textWith(['A', 'one']), textWith(['A', 'two'])];
    expect([...earlierNames(texts, new Set(['A']))]).toEqual([['A', ['two', 'one']]]);
  });

  test('texts that cannot be read say nothing', () => {
    const texts = ['nodes: [', '', 'nodes: {}', textWith(['A', 'one']).replace('item_ref', 'field_ref')];
    expect([...earlierNames(texts, new Set(['A']))]).toEqual([['A', ['one']]]);
  });
});

describe('the sets of metadata keys', () => {
  test.each(METADATA_SETS)('$name is recognised by its keys, and by all of them but one', ({ name, keys }) => {
    expect(metadataSetOf(keys).name).toBe(name);
    for (const left of keys) expect(metadataSetOf(keys.filter((key) => key !== left)).name).toBe(name);
  });

  test.each([[[]], [['change_id']], [['constructor', '__proto__']]])('%j alone is taken as documented', (keys) => {
    expect(metadataSetOf(keys).name).toBe('documented');
  });

  test('each has its own keys for what it says, and none that it does not have', () => {
    for (const { keys, ...set } of METADATA_SETS) {
      const used = [
        set.releaseDatetime,
        set.changeId,
        set.itemChangesCount,
        set.changeReason,
        set.changeType,
        set.changeSource,
      ];
      for (const key of used.filter((name) => name !== '')) expect(keys).toContain(key);
    }
  });
});
