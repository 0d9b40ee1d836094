import type { ProgressField } from '#shared/domain/progress.ts';
import type { BookCell } from '../book.ts';
import type { Damage, DamageGroup, WriterName } from '../damage.ts';
import { type Draft, type FilledCell, filled, rewrite, type Truth } from '../draft.ts';
import type { Random } from '../random.ts';

/** How a cell is written instead; `undefined`: this value cannot be written so. */
type Writing = (value: string, random: Random) => Partial<BookCell> | undefined;

/** Writes about half of the filled cells of a column in another way. */
function writings(
  group: DamageGroup,
  field: ProgressField,
  truth: Partial<Truth>,
  table: Readonly<Record<string, Writing>>,
  without: readonly WriterName[] = [],
): Damage[] {
  return Object.entries(table).map(([name, write]) => ({
    name: `${group}: ${name}`,
    group,
    without,
    apply: (draft, random) => changeSome(draft, field, random, (found) => write(found.value, random), truth),
  }));
}

const isUncounted = ({ content }: Partial<BookCell>): boolean =>
  typeof content === 'object' && content !== null && 'formula' in content && content.result === null;

function changeSome(
  draft: Draft,
  field: ProgressField,
  random: Random,
  write: (found: FilledCell) => Partial<BookCell> | undefined,
  truth: Partial<Truth>,
): boolean {
  const able = filled(draft, field).flatMap((found) => {
    const written = write(found);
    return written === undefined ? [] : [{ found, written }];
  });
  if (able.length === 0) return false;
  for (const { found, written } of random.some(able)) {
    rewrite(draft, found, written, truth);
    draft.hasUncounted ||= isUncounted(written);
  }
  return true;
}

/** LibreOffice works every formula out before it saves. */
const CALCULATES: readonly WriterName[] = ['LibreOffice'];

const text = (content: string): Partial<BookCell> => ({ content, format: '@' });
const wide = (words: string): string =>
  words.replace(/[!-~]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));
const isTen = (value: string): boolean => Number(value) % 10 === 0 && Number(value) > 0 && Number(value) < 100;
const DIGITS = '〇一二三四五六七八九十';
function inWords(value: number): string {
  if (value === 100) return '百';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? (DIGITS[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (DIGITS[ones] ?? '') : ''}`;
}

const percents: Damage[] = [
  ...writings(
    'percent',
    'percent',
    {},
    {
      'text with sign': (value) => text(`${value}%`),
      'full width': (value) => text(wide(`${value}%`)),
      'plain number': (value) => ({ content: Number(value), format: 'General' }),
      'text without sign': (value) => text(value),
      'blank before sign': (value) => text(`${value} %`),
      'full stop behind': (value) => text(`${value}%。`),
      'unit in the format': (value) => ({ content: Number(value), format: '0"%"' }),
      'with decimals': (value) => ({ content: Number(value) / 100, format: '0.00%' }),
      'word before': (value) => text(`完成${value}%`),
      'in words': (value) => text(`百分之${inWords(Number(value))}`),
      'formula with result': (value) => ({
        content: { formula: `${value}/100`, result: Number(value) / 100 },
        format: '0%',
      }),
    },
  ),
  ...writings(
    'percent',
    'percent',
    { how: 'either' },
    {
      'fraction as number': (value) =>
        value === '100' ? undefined : { content: Number(value) / 100, format: 'General' },
      'fraction as text': (value) => (value === '100' ? undefined : text(String(Number(value) / 100))),
      'tenths in words': (value) => (isTen(value) ? text(`${inWords(Number(value) / 10)}成`) : undefined),
      'about so much': (value) => text(`${value}%左右`),
      'number shown as hundredfold': (value) => ({ content: Number(value), format: '0%' }),
    },
  ),
  ...writings(
    'percent',
    'percent',
    { how: 'ask' },
    {
      range: (value) => text(`${value}%-100%`),
      'one without sign': () => ({ content: 1, format: 'General' }),
      'one as text': () => text('1'),
      'over a hundred': () => text('120%'),
      negative: () => ({ content: -0.2, format: '0%' }),
      'error value': () => ({ content: { error: '#DIV/0!' }, format: '0%' }),
      dash: () => text('——'),
      ditto: () => text('同上'),
    },
  ),
  ...writings(
    'percent',
    'percent',
    { how: 'ask' },
    {
      'formula without result': (value) => ({ content: { formula: `${value}/100`, result: null }, format: '0%' }),
    },
    CALCULATES,
  ),
];

const part = (iso: string): readonly [string, number, number] => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [year, Number(month), Number(day)];
};
const on = (write: (year: string, month: number, day: number) => string): Writing => {
  return (iso) => text(write(...part(iso)));
};
const serial = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569;

const dates: Damage[] = [
  ...writings(
    'date',
    'reportedOn',
    {},
    {
      dots: on((year, month, day) => `${year}.${month}.${day}`),
      slashes: on((year, month, day) => `${year}/${month}/${day}`),
      'year, month, day': on((year, month, day) => `${year}年${month}月${day}日`),
      'eight digits': (iso) => ({ content: Number(iso.replaceAll('-', '')), format: 'General' }),
      'ISO as text': (iso) => text(iso),
      'full width': on((year, month, day) => wide(`${year}.${month}.${day}`)),
      'with time': (iso) => ({ content: { date: iso, time: '17:30' }, format: 'yyyy-mm-dd hh:mm' }),
      'text with time': (iso) => text(`${iso} 17:30`),
      'shown as month and day': (iso) => ({ content: { date: iso }, format: 'm"月"d"日"' }),
      'shown in Chinese': (iso) => ({ content: { date: iso }, format: 'yyyy"年"m"月"d"日"' }),
      'month and day as text': on((_, month, day) => `${month}月${day}日`),
      'formula with result': (iso) => ({
        content: { formula: `DATE(2021,10,${part(iso)[2]})`, result: serial(iso) },
        format: 'yyyy-mm-dd',
      }),
    },
  ),
  ...writings(
    'date',
    'reportedOn',
    { how: 'either' },
    {
      'in words': on((_, __, day) => `二〇二一年十月${inWords(day)}日`),
      'day number': (iso) => ({ content: serial(iso), format: 'General' }),
      'month.day': on((_, month, day) => `${month}.${String(day).padStart(2, '0')}`),
      'month/day': on((_, month, day) => `${month}/${day}`),
      'two-digit year': on((year, month, day) => `${year.slice(2)}.${month}.${day}`),
    },
  ),
  ...writings(
    'date',
    'reportedOn',
    { how: 'ask' },
    {
      'month alone': () => ({ content: { date: '2021-10-01' }, format: 'yyyy"年"m"月"' }),
      'month as text': () => text('2021年10月'),
      'end of the month': () => text('本月底'),
      'another year': (iso) => ({ content: { date: iso.replace('2021', '2012') }, format: 'yyyy-mm-dd' }),
      'a day to come': () => ({ content: { date: '2021-12-28' }, format: 'yyyy-mm-dd' }),
      'no such day': () => text('2021-10-32'),
      'two days': () => text('10月8日、10月9日'),
    },
  ),
];

const STATUS_WORDS: Readonly<Record<string, readonly string[]>> = {
  已完成: ['完成', '已办结', '办结', '已完成。', '全部完成', ' 已 完成 '],
  推进中: ['进行中', '正在推进', '有序推进', '推进中（正常）', '推进 中', '正常推进'],
  未启动: ['未开展', '尚未启动', '未开始', '未启动。'],
  受阻: ['受阻。', '受 阻'],
};
const VAGUE_WORDS: Readonly<Record<string, readonly string[]>> = {
  已完成: ['√', '✔', '100%', '是'],
  受阻: ['滞后', '进展缓慢'],
  推进中: ['基本完成', '长期坚持', '按序时进度推进', '已启动', '未完成', '完成率80%'],
};

const statuses: Damage[] = [
  ...writings(
    'status',
    'status',
    {},
    {
      'usual words': (value, random) => text(random.pick(STATUS_WORDS[value] ?? [value])),
    },
  ),
  ...writings(
    'status',
    'status',
    { how: 'either' },
    {
      'vague words': (value, random) => (VAGUE_WORDS[value] ? text(random.pick(VAGUE_WORDS[value])) : undefined),
    },
  ),
  ...writings(
    'status',
    'status',
    { how: 'ask' },
    {
      'words that are none': (_, random) => text(random.pick(['见附件', '另行汇报', '？', '张三', '同上', '/'])),
      'struck out': (value) => ({ ...text(value), struck: true }),
    },
    ['SheetJS'],
  ),
];

const words: Damage[] = [
  ...writings(
    'words',
    'narrative',
    {},
    {
      'rich text': (value) => ({
        content: { runs: [{ text: value.slice(0, 4) }, { text: value.slice(4) }] },
        format: '@',
      }),
      'formula with result': (value) => ({
        content: { formula: `"${value}"`, result: value },
        format: 'General',
      }),
      'blanks around': (value) => text(`  ${value}\u3000 `),
    },
  ),
  ...writings(
    'words',
    'narrative',
    { how: 'ask' },
    {
      'struck out': (value) => ({ ...text(value), struck: true }),
      'partly struck out': (value) => ({
        content: { runs: [{ text: value, struck: true }, { text: '以实际为准' }] },
        format: '@',
      }),
    },
    ['SheetJS'],
  ),
  ...writings(
    'words',
    'narrative',
    { how: 'ask' },
    {
      'error value': () => ({ content: { error: '#N/A' }, format: 'General' }),
    },
  ),
];

const uncounted = writings(
  'words',
  'narrative',
  { how: 'ask' },
  {
    'formula without result': (value) => ({ content: { formula: `"${value}"`, result: null }, format: 'General' }),
  },
  CALCULATES,
);

/** Values that are other words than before: what the cell shows is what is read. */
const SHOWN: readonly (readonly [string, Partial<BookCell>, string])[] = [
  ['number with a unit', { content: 325, format: '0"户"' }, '325户'],
  ['number with commas', { content: 1_234_567, format: '#,##0' }, '1,234,567'],
  ['decimals with a unit', { content: 12.5, format: '0.00"万元"' }, '12.50万元'],
  ['leading zeros', { content: 7, format: '000' }, '007'],
  ['a percentage', { content: 0.333, format: '0.0%' }, '33.3%'],
  ['month and day', { content: { date: '2021-10-08' }, format: 'm"月"d"日"' }, '10月8日'],
  ['line breaks', { content: '10月8日检查12家\n10月9日检查13家', format: '@' }, '10月8日检查12家\n10月9日检查13家'],
  ['signs', { content: '检查12家 "一查" <两清> & 3改', format: '@' }, '检查12家 "一查" <两清> & 3改'],
  ['equals sign in front', { content: '=10月8日前全部5家完成', format: '@' }, '=10月8日前全部5家完成'],
  ['very long', { content: '10月8日检查12家。'.repeat(300), format: '@' }, '10月8日检查12家。'.repeat(300)],
];

const shown: Damage[] = SHOWN.map(([name, written, value]) => ({
  name: `words: ${name}`,
  group: 'words',
  apply: (draft, random) => {
    const all = filled(draft, 'narrative');
    if (all.length === 0) return false;
    // A bare figure may be asked about: a report says more than that. Twice the same words may be, too.
    rewrite(draft, random.pick(all), written, { value, how: value.length < 12 ? 'either' : 'land' });
    return true;
  },
}));

export const VALUE_DAMAGES: readonly Damage[] = [...statuses, ...percents, ...dates, ...words, ...uncounted, ...shown];
