import type { List, ListLevel } from '../lists/list.ts';
import { type DocStreams, PARTS, placeOf } from './doc-streams.ts';

/** What [MS-OSHARED] 2.2.1.3 MSONFC calls the formats of numbers, as WordprocessingML does. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const OVERRIDE_SIZE = 16;
const LEVELS = 9;
const [LEGAL, NO_RESTART] = [0x04, 0x08];
const SIMPLE_LIST = 0x01;
const [OVERRIDES_START, OVERRIDES_LEVEL] = [0x10, 0x20];

type Level = { readonly level: ListLevel; readonly end: number };

/**
 * The lists of an old Word file ([MS-DOC] 2.9.131 PlfLst, 2.9.130 PlfLfo), numbered from 1 as paragraphs name them.
 *
 * @throws RangeError when the file is damaged
 */
export function listsOf(streams: DocStreams): readonly List[] {
  const definitions = definitionsOf(streams);
  const { table } = streams;
  const { at, size } = placeOf(streams, PARTS.overrides);
  const count = size === 0 ? 0 : table.getUint32(at, true);
  const lists: List[] = [];
  let data = at + 4 + count * OVERRIDE_SIZE;
  for (let index = 0; index < count; index++) {
    const override = at + 4 + index * OVERRIDE_SIZE;
    const sequence = String(table.getUint32(override, true));
    const levels = new Map(definitions.get(sequence));
    const startOverrides = new Map<number, number>();
    const changes = table.getUint8(override + 12);
    data += 4;
    for (let change = 0; change < changes; change++) {
      const flags = table.getUint32(data + 4, true);
      const level = flags & 0xf;
      if ((flags & OVERRIDES_START) !== 0) startOverrides.set(level, table.getUint32(data, true));
      data += 8;
      if ((flags & OVERRIDES_LEVEL) === 0) continue;
      const read = levelAt(table, data);
      levels.set(level, read.level);
      data = read.end;
    }
    lists.push({ numId: String(index + 1), sequence, levels, startOverrides });
  }
  return lists;
}

/** The levels of all lists follow their heads, one for a simple list, else nine. */
function definitionsOf(streams: DocStreams): ReadonlyMap<string, ReadonlyMap<number, ListLevel>> {
  const { table } = streams;
  const { at, size } = placeOf(streams, PARTS.lists);
  const definitions = new Map<string, ReadonlyMap<number, ListLevel>>();
  const count = size === 0 ? 0 : table.getUint16(at, true);
  let next = at + size;
  for (let index = 0; index < count; index++) {
    const head = at + 2 + index * LIST_SIZE;
    const levels = new Map<number, ListLevel>();
    const isSimple = (table.getUint8(head + 26) & SIMPLE_LIST) !== 0;
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level++) {
      const read = levelAt(table, next);
      levels.set(level, read.level);
      next = read.end;
    }
    definitions.set(String(table.getUint32(head, true)), levels);
  }
  return definitions;
}

/** [MS-DOC] 2.9.150 LVL: in its text, the characters 0 to 8 stand for the numbers of those levels. */
function levelAt(table: DataView, at: number): Level {
  const flags = table.getUint8(at + 5);
  const words = at + LEVEL_SIZE + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(words, true);
  let pattern = '';
  for (let index = 0; index < length; index++) {
    const code = table.getUint16(words + 2 + index * 2, true);
    pattern += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }
  const level: ListLevel = {
    start: table.getUint32(at, true),
    format: FORMATS[table.getUint8(at + 4)] ?? 'decimal',
    pattern,
    restartAfter: (flags & NO_RESTART) === 0 ? undefined : table.getUint8(at + 26),
    isLegal: (flags & LEGAL) !== 0,
    styleId: undefined,
  };
  return { level, end: words + 2 + length * 2 };
}
