import { takeOutRows } from '../../src/records/take-out-rows.js';

const HEAD =
  'item_ref,old_item_ref,release_datetime,change_id,change_object_name,change_impact_title,change_status,change_type,change_source,change_impact_notes';
const row = (ref: string, id: string, request: string, notes = '') =>
  `${ref},,,${id},ssd_person,"New, and in quotes",pending,change,${request},${notes}`;

const take = (text: string, identifiers: readonly string[]) =>
  takeOutRows(text, 'spec/ssd_change_log.csv', { identifiers, changeRequest: 'pull request 1' });

describe('rows that are taken out of the log', () => {
  const first = row('PERS001A', 'SSD-0001', 'pull request 1');
  const broken = row('PERS002A', 'SSD-0002', 'pull request 1', '"two\r\nlines"');
  const last = row('PERS003A', 'SSD-0003', 'pull request 1');

  it('go with all their lines, and every other byte stays', () => {
    const text = `\uFEFF${[HEAD, first, broken, last].join('\r\n')}\r\n`;
    expect(take(text, ['SSD-0002'])).toBe(`\uFEFF${[HEAD, first, last].join('\r\n')}\r\n`);
    expect(take(text, ['SSD-0001', 'SSD-0003'])).toBe(`\uFEFF${[HEAD, broken].join('\r\n')}\r\n`);
  });

  it('are only those of the proposal', () => {
    const text = `${[HEAD, row('PERS001A', 'SSD-0001', 'pull request 2'), last].join('\n')}\n`;
    expect(take(text, ['SSD-0001', 'SSD-0009'])).toBe(text);
  });

  it('are not looked for in a log that cannot be read', () => {
    expect(() => take(`${HEAD}\n"never closed\n`, ['SSD-0001'])).toThrow('spec/ssd_change_log.csv:2');
  });
});
