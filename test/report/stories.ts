/** Whole reviews that tell a story, and texts as hostile as we know them. */
import type { ChangeKind } from '../../src/changes/change-kinds.js';
import { verdictOf } from '../../src/report/verdict.js';
import type { JudgedChange, Review } from '../../src/review.js';
import { aChange, aFinding, aReview, aTarget } from './build.js';

/** The proposal of the demonstration: an item added, renamed, retyped, a text repaired, a dangling foreign key. */
export function fiveItems(): Review {
  const changes = [
    aChange({
      kind: 'item-added',
      object: 'ssd_permanence',
      itemRef: 'PERM027A',
      name: 'perm_number_of_adopters',
      after: ['name: perm_number_of_adopters', 'type: int', 'description: How many people adopt the child.'],
      was: null,
      changeType: 'new feature',
      weight: 'minor',
      reason: 'The item did not exist.',
      changeId: 'SSD-0028',
    }),
    aChange({
      kind: 'item-renamed',
      itemRef: 'PERS007A',
      name: 'pers_send_flag',
      before: 'pers_send',
      after: 'pers_send_flag',
      was: { object: 'ssd_person', itemRef: 'PERS007A', name: 'pers_send' },
      changeId: 'SSD-0029',
    }),
    aChange({
      kind: 'item-type-changed',
      itemRef: 'PERS004A',
      name: 'pers_dob',
      before: 'nvarchar',
      after: 'datetime',
      changeId: 'SSD-0030',
    }),
    aChange({
      kind: 'item-description-changed',
      itemRef: 'PERS010A',
      before: 'The gender of the child as recorded at birth by the regstrar and in the case file.',
      after: 'The gender of the child as recorded at birth by the registrar and in the case file.',
      changeType: 'bug',
      weight: 'patch',
      reason: 'It repairs a misspelt word.',
      changeId: 'SSD-0031',
    }),
    aChange({
      kind: 'item-foreign-key-changed',
      object: 'ssd_disability',
      itemRef: 'DISA002A',
      name: 'disa_person_id',
      before: 'ssd_person.pers_person_id',
      after: 'ssd_persn.pers_person_id',
      blockedBy: ['foreign-key-dangling'],
      changeId: 'SSD-0032',
    }),
  ];
  return judged({
    changes,
    changeRequest: 'pull request 12',
    findings: [
      aFinding(),
      aFinding({ rule: 'type-case', severity: 'warning', message: '`Int` has another letter case' }),
    ],
    resolved: [aFinding({ rule: 'text-misspelt', severity: 'info', message: '`regstrar` is misspelt', line: 60 })],
    standing: { error: 0, warning: 12, info: 150 },
    impact: {
      returns: [{ name: 'SSDA903', items: 3 }],
      cms: [
        { name: 'liquid_logic', items: 4, localAuthorities: 87 },
        { name: 'mosaic', items: 2, localAuthorities: 48 },
      ],
      consumers: [
        {
          consumer: 'DfE API',
          column: 'ssd_person.pers_dob',
          itemRef: 'PERS004A',
          sentence: 'DfE API reads `ssd_person.pers_dob`; its values arrive in another type.',
        },
      ],
    },
    sql: [
      aTarget(),
      aTarget({ target: 'eclipse.postgres' }),
      aTarget({ target: 'mosaic.sqlserver', digest: '', objects: [] }),
    ],
  });
}

/** As large as the largest recorded version: 378 changes in 40 objects, most of them texts, and a long SQL diff. */
export function biggestVersion(count = 378): Review {
  const kinds: readonly ChangeKind[] = ['item-description-changed', 'item-guidance-changed', 'item-type-changed'];
  const changes = Array.from({ length: count }, (_, index) => {
    const object = `ssd_object_with_a_long_name_${index % 40}`;
    const sentence = `Item ${index} is what a practitioner recorded about the child on the day of the visit. `;
    const kind = kinds[index % 7] ?? 'item-description-changed';
    const text = kind === 'item-type-changed' ? ['nvarchar', 'datetime'] : [sentence, `New. ${sentence.repeat(3)}`];
    return aChange({
      kind,
      object,
      name: `obje_name_of_item_${index}`,
      itemRef: `OBJE${String(index).padStart(3, '0')}A`,
      before: text[0] ?? null,
      after: text[1] ?? null,
      group: index >= 300 ? 'g1' : null,
      changeId: `SSD-${1000 + index}`,
    });
  });
  const hunks = changes.map(({ changeId }, index) => ({
    lines: Array.from({ length: 12 }, (_, line) => `${'+- '[line % 3]}    obje_column_${index}_${line} nvarchar(48),`),
    oldStart: index * 20 + 1,
    newStart: index * 20 + 1,
    causes: [changeId ?? ''],
  }));
  const members = changes.flatMap((change, index) => (change.group === 'g1' ? [index] : []));
  const objects = [{ object: 'ssd_object_with_a_long_name_1', hunks }];
  return judged({
    changes,
    groups: [{ id: 'g1', kind: 'item-description-changed', title: 'description gains "New."', members }],
    sql: ['liquid_logic.sqlserver', 'mosaic.sqlserver', 'eclipse.postgres'].map((target) =>
      aTarget({ target, objects }),
    ),
    resolved: changes
      .slice(0, 120)
      .map(({ itemRef }) => aFinding({ itemRef, severity: 'warning', rule: 'mapping-stale' })),
  });
}

/** Texts that try to format, link, notify, hide, close what holds them, or move a cursor. */
export const HOSTILE: readonly string[] = [
  '@org/everyone and someone@example.org',
  'closes #1, GH-2, other/repository#3',
  '<!-- spec-steward:review -->',
  '</details></summary><h1>approved</h1>',
  '```\nescaped?\n```',
  '`` ` ``` ```` `',
  '![x](https://evil.example/pixel.png)',
  '[click](javascript:alert(1)) <https://evil.example> www.evil.example',
  '<img src=x onerror=alert(1)>',
  'a|b\n-|-\nc|d',
  '# heading',
  '- [ ] task',
  '1. first',
  '> quote',
  '---',
  '**bold** _italic_ ~~gone~~ \\*',
  '&lt;script&gt; &amp; &#64;org',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions, not of ours
  '${{ secrets.TOKEN }}',
  '$`x`$ and $$\\color{red}{y}$$',
  'abc\u202ecba\u2066\u200b\u00adhidden',
  '\u001b[2J\u001b]8;;https://evil.example\u0007link\u009b31m',
  'x\nDROP TABLE y;\r\n--',
  '\ud800 half, half \udc00',
  '"\'><script>alert(1)</script>',
  `${'long'.repeat(80)}😀`,
  '',
  ' ',
  '=HYPERLINK("https://evil.example")',
  'constructor __proto__ toString',
];

/** A review in which every text of every kind is the given one. */
export function everywhere(text: string): Review {
  const place = { object: text, itemRef: text, name: text, file: text, part: text };
  const change = (kind: ChangeKind, given: Partial<JudgedChange> = {}) =>
    aChange({
      kind,
      ...place,
      before: text,
      after: `${text} more`,
      was: { object: text, itemRef: text, name: text },
      reason: text,
      changeType: text,
      ...given,
    });
  const finding = aFinding({ ...place, rule: text, message: text, expected: text });
  const alike = Array.from({ length: 5 }, () => change('item-guidance-changed'));
  const changes = [
    change('item-renamed'),
    change('item-description-changed', { doubt: text, stated: true }),
    change('item-type-changed', { blockedBy: [text] }),
    change('object-added'),
    change('item-returns-changed', { before: [text], after: [`${text}!`] }),
    change('item-mapping-changed', { before: [`${text}:a`], after: [`${text}:b`] }),
    change('object-mapping-changed', { before: [`${text}:a`], after: [text] }),
    change('item-cms-field-changed', { before: [`${text}:a`], after: [`${text}:b`] }),
    change('item-added', { after: [`name: ${text}`, `description: ${text}`, `returns: ${text}`] }),
    change('item-order-changed', { before: [`${text} 3`], after: [`${text} 1`] }),
    change('code-set-value-redefined', { changeType: 'undecided' }),
    ...alike,
  ];
  return {
    ...aReview({ standard: text, base: text, head: text, changeRequest: text, verdict: 'mend', headline: text }),
    changes,
    groups: [{ id: 'g1', kind: 'item-guidance-changed', title: text, members: [9, 10, 11, 12, 13] }],
    questions: [{ object: text, itemRef: text, question: text, file: text, path: [] }],
    findings: [finding, { ...finding, severity: 'warning' }],
    resolved: [finding],
    outOfStep: [{ itemRef: text, object: text, onlyIn: 'yaml', sentence: text }],
    impact: {
      returns: [{ name: text, items: 1 }],
      cms: [{ name: text, items: 1, localAuthorities: 1 }],
      consumers: [{ consumer: text, column: text, itemRef: text, sentence: text }],
    },
    sql: [
      aTarget({
        target: text,
        summary: text,
        objects: [
          { object: text, hunks: [{ lines: [`+${text}`, ` ${text}`], oldStart: 1, newStart: 1, causes: [text] }] },
        ],
      }),
    ],
  };
}

function judged(given: Partial<Review>): Review {
  const review = aReview(given);
  return { ...review, ...verdictOf(review) };
}
