import { SSF } from '@e965/xlsx';

/** Longer ones no program lets a person type; a hostile one would take its time. */
const CODE_LENGTH_MAX = 255;

/** What a number format makes of what stands in a cell. */
export type NumberFormat = {
  readonly percent: boolean;
  /** It shows a day, a month or a year. */
  readonly date: boolean;
  /** It shows a date without its day. */
  readonly monthOnly: boolean;
  /** The number as shown, without blanks around it; `null` when the format cannot be understood. */
  readonly show: (value: number, date1904: boolean) => string | null;
  /** Words as shown. */
  readonly showText: (text: string) => string;
};

/** 15 digits are what Excel keeps; more are noise of binary fractions (0.1 + 0.2). */
export function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

const GENERAL: NumberFormat = {
  percent: false,
  date: false,
  monthOnly: false,
  show: numberText,
  showText: (text) => text,
};

const GENERAL_WORD = /general|g\/通用格式/giu;
/** What stands in a code as itself: in quotes, behind an escape, in brackets, as one of the pairs of half days. */
const PIECE = /"[^"]*"?|[\\!](?:.|$)|\[[^\]]*\]?|_.|上午\/下午|[^\x20-\x7e]|aaaa?|[\s\S]/giu;
const WEEKDAYS = '日一二三四五六';

/** The letters of a number format that mean something: nothing quoted, no colours and locales. */
export function lettersOf(code: string): string {
  return code.replace(/"[^"]*"?|[\\!_*].|\[[^\]]*\]/gu, '').toLowerCase();
}

/**
 * A code as the library understands it. It knows no characters but those of English codes outside quotes (0户, ¥#,##0),
 * takes the locale in brackets for money, and `!`, with which Chinese codes escape, for a sign.
 */
function plainCode(code: string): string {
  return code
    .replace(GENERAL_WORD, 'General')
    .replace(/\[\$-(?:F800|x-sysdate)\].*/iu, 'yyyy"年"m"月"d"日"')
    .replace(/\[\$-(?:F400|x-systime)\].*/iu, 'h:mm:ss')
    .replace(PIECE, (piece) => {
      if (piece.startsWith('[$')) return quoted(/^\[\$([^\]-]*)/u.exec(piece)?.[1] ?? '');
      if (/^\[DBNum/iu.test(piece)) return '';
      if (piece.startsWith('!') || piece.startsWith('\\')) return quoted(piece.slice(1));
      if (piece === '上午/下午') return piece;
      return /^[\x20-\x7e]/u.test(piece) ? piece : quoted(piece);
    });
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`;
}

/** The weekday in words, which the library does not know: aaaa is 星期五, aaa is 五. */
function withWeekday(code: string, value: number, date1904: boolean): string {
  if (!/a{3}/iu.test(lettersOf(code))) return code;
  const day = SSF.parse_date_code(value, { date1904 });
  const word = WEEKDAYS[Number(day?.q ?? 0)] ?? '';
  return code.replace(PIECE, (piece) =>
    /^aaaa?$/iu.test(piece) ? quoted(piece.length === 4 ? `星期${word}` : word) : piece,
  );
}

/** A code such as General"户": the library would leave out all but the number. */
function withGeneral(code: string, value: number): string {
  return code.replace(GENERAL_WORD, quoted(numberText(value)));
}

function shownBy(code: string, value: number, date1904: boolean): string | null {
  const byHand = POINT_SET.exec(code);
  if (byHand !== null) return shownWithPoint(byHand, value);
  // A point in quotes among the digits of any other code: not understood.
  if (/[#0]"\."[#0]/u.test(code)) return null;
  try {
    if (!/general/iu.test(code)) return trimmed(SSF.format(withWeekday(code, value, date1904), value, { date1904 }));
    const isAlone = !code.includes(';');
    // Alone, it brings its sign with it; of several, the one for what is below zero leaves it to the code.
    const own = isAlone ? value : Math.abs(value);
    return trimmed(SSF.format(withGeneral(code, own), isAlone ? Math.abs(value) : value, {}));
  } catch (error) {
    // The library says with a plain Error that it does not know a code.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** 0!.0,"万": thousands are left out and a point is set by hand, so that 123456 is 12.3万. The library sets it elsewhere. */
const POINT_SET = /^([#0,]*[#0])"\."(0{1,4}|#{1,4}),((?:"[^"]*"|[_ ;@-])*)$/u;

function shownWithPoint([, , places = '', after = '']: RegExpExecArray, value: number): string {
  const digits = String(Math.round(Math.abs(value) / 1000)).padStart(places.length + 1, '0');
  const point = digits.length - places.length;
  const unit = after.split(';')[0]?.replace(/"|_./gu, '') ?? '';
  return `${value < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}${unit}`.trim();
}

function trimmed(shown: string): string {
  return shown.trim();
}

const KNOWN = new Map<string, NumberFormat>();
/** Formats kept from one file to the next; a hostile one has thousands. */
const KNOWN_MAX = 500;

/** @param code as a workbook stores it: `0"户"`, `m"月"d"日"`, `General` */
export function numberFormat(code: string): NumberFormat {
  const known = KNOWN.get(code);
  if (known !== undefined) return known;
  if (KNOWN.size >= KNOWN_MAX) KNOWN.clear();
  const format = understand(code);
  KNOWN.set(code, format);
  return format;
}

function understand(code: string): NumberFormat {
  const trimmedCode = code.trim();
  if (trimmedCode === '@' || /^(?:\[[^\]]*\])*(?:general|g\/通用格式)(?:;@)?$/iu.test(trimmedCode)) return GENERAL;
  if (code.length > CODE_LENGTH_MAX) return { ...GENERAL, show: () => null };
  const plain = plainCode(code);
  const letters = lettersOf(plain).replace(GENERAL_WORD, '');
  const isTimed = /[hs]/u.test(letters) || /\[[hms]+\]/iu.test(code);
  const date =
    /[yde]/u.test(letters.replace(/e[+-]/gu, '')) || /a{3}/u.test(letters) || (/m/u.test(letters) && !isTimed);
  const sections = code.split(';').length;
  const asks = sections > 3 || (lettersOf(code).includes('@') && trimmedCode !== '@' && !/;@\s*$/u.test(trimmedCode));
  return {
    percent: letters.includes('%'),
    date,
    monthOnly: date && !/d/u.test(letters),
    show: (value, date1904) => shownBy(plain, value, date1904),
    showText: asks ? (text) => shownText(plain, text) : (text) => text,
  };
}

function shownText(code: string, text: string): string {
  try {
    const shown: string = SSF.format(code, text, {});
    // Only what the format adds around the words is blank padding; the words' own blanks are theirs.
    return shown.trim() === text.trim() ? text : shown.trim();
  } catch (error) {
    if (error instanceof Error) return text;
    throw error;
  }
}
