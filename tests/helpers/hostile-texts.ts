// Texts as nobody should send them, and all of which somebody has sent.
import fc from 'fast-check';

export const HOSTILE_TEXTS: readonly string[] = [
  ...['=1+1', '=cmd|" /C calc"!A0', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', "'=1", '"=1"'],
  ...[
    '=HYPERLINK("http://a","b")',
    '{=1}',
    '%00',
    '_x000D_',
    '_x0041_',
    '_x005F_x0041_',
    '_x0041_x0042_',
    '_x00',
    '__x0041__',
  ],
  ...[
    '\u0000',
    'a\u0000b',
    '\u0007\u001b[31m',
    '\u000b\u000c',
    '\u007f\u0085',
    '\uFFFE',
    '\uFFFF',
    '\uFEFF县',
    '\u200b零\u200d宽',
  ],
  ...[
    '\ud800',
    '\udc00',
    '甲\ud83d',
    '\ud83d\ude00',
    '👨‍👩‍👧',
    '𠮷野家',
    '\u202e倒过来',
    '\u2066乙\u2069',
    'a\r\nb\rc\nd',
    '  两端  ',
    '\u3000',
  ],
  ...[
    '<b>&amp;</b>',
    '&#x41;',
    ']]>',
    '<![CDATA[x]]>',
    '"\'',
    '<?xml version="1.0"?>',
    'javascript:alert(1)',
    '{{年度}}',
    '$(a)',
    '%n%s',
  ],
  ...[
    "'; DROP TABLE task; --",
    '../../etc/passwd',
    'C:\\Windows\\a',
    '\\\\server\\share',
    'CON',
    'nul.xlsx',
    'null',
    'NaN',
    '1e999',
    '0012',
    '2021-10-01',
  ],
];

/** Any text: of all signs there are, of hostile pieces put together, long and short. */
export function anyText(maxLength = 60): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom('_', 'x', '0', '4', '1', 'D', '\ud83d', '\ude00', "'", '县', '局', '.', ' '),
      maxLength: 12,
    }),
  );
  return fc.array(unit, { maxLength: 6 }).map((parts) => parts.join('').slice(0, maxLength));
}
