/** What one cell can hold (pitfall 34). More is cut by Excel without a word, so it is cut here with one. */
export const CELL_TEXT_MAX = 32_767;

export const CUT_NOTICE = '……（内容过长，后文未列入本表）';

/** Text that a reader of workbooks would decode as a character code: `_x0041_` means A. */
const CODE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Control characters other than tab and line feed, halves of surrogate pairs, and what else XML 1.0 forbids. */
const NOT_XML = /(?![\t\n])[\p{Cc}\p{Surrogate}\u{FFFE}\u{FFFF}]/gu;

/**
 * @returns the text as a workbook can carry it: Windows line ends made plain, unwritable characters left out.
 *   What comes back from a file has gone through this; compare with nothing else.
 */
export function writableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NOT_XML, '');
}

/** A text as a cell holds it, and whether all of it is there. */
export type FittedText = {
  readonly text: string;
  readonly isCut: boolean;
  /** Characters that no workbook can hold were left out. */
  readonly isCleaned: boolean;
};

/** As {@link cellSafeText}, and what had to be done. */
export function fitCellText(text: string): FittedText {
  const plain = writableText(text);
  const isCleaned = plain.length !== text.length && plain.length !== text.replaceAll('\r\n', '\n').length;
  const encoded = plain.replace(CODE_LIKE, '_x005F_');
  if (encoded.length <= CELL_TEXT_MAX) return { text: encoded, isCut: false, isCleaned };
  return { text: cut(plain, CELL_TEXT_MAX - CUT_NOTICE.length) + CUT_NOTICE, isCut: true, isCleaned };
}

/**
 * Makes any text fit for a workbook cell: it comes back from the file as it went in, and stays text.
 *
 * SECURITY: a string value is never a formula, whatever it starts with (pitfall 32); nothing is prefixed.
 *
 * @returns {@link writableText}, cut with {@link CUT_NOTICE} when it is longer than a cell can hold
 */
export function cellSafeText(text: string): string {
  return fitCellText(text).text;
}

/** The longest beginning that takes no more than so many characters as written: no sign and no code is cut in two. */
function cut(plain: string, room: number): string {
  let kept = plain.slice(0, room);
  for (;;) {
    const whole = kept.replace(/[\u{D800}-\u{DBFF}]$/u, '');
    const encoded = whole.replace(CODE_LIKE, '_x005F_');
    if (encoded.length <= room) return encoded;
    // Each sign taken away shortens what is written by one at least.
    kept = whole.slice(0, whole.length - (encoded.length - room));
  }
}

/** Longest sheet name Excel accepts. */
const SHEET_NAME_MAX = 31;

/** What no sheet may be called: Excel keeps the name for its own list of changes. */
const RESERVED_SHEET_NAME = /^history$/iu;

/**
 * @param max characters kept, for a name to which more is added
 * @returns a name Excel accepts for a sheet: no `* ? : \ / [ ]`, no quote at either end, nothing that XML forbids, 1 to
 *   31 characters, and not History
 */
export function sheetName(text: string, max = SHEET_NAME_MAX): string {
  const name = text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\u{FFFE}\u{FFFF}]/gu, '')
    .replace(/[*?:\\/[\]]/g, ' ');
  const short = trimmed(
    trimmed(name)
      .slice(0, max)
      .replace(/[\u{D800}-\u{DBFF}]$/u, ''),
  )
    // Excel would take them; the library writes them into the names of print titles as if they ended the sheet's name,
    // and takes a code in it for the character it means.
    .replaceAll("'", '’')
    .replaceAll('"', '”')
    .replace(CODE_LIKE, '-');
  if (short === '') return '表';
  return RESERVED_SHEET_NAME.test(short) ? `${short}表` : short;
}

function trimmed(name: string): string {
  return name.replace(/^[' ]+|[' ]+$/g, '');
}

/**
 * The names of a workbook's sheets, none twice: Excel does not tell letters by their case.
 *
 * @returns one for each text, in their order: 县公安局, 县公安局(2)
 */
export function sheetNames(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let name = sheetName(text);
    for (let count = 2; taken.has(sheetKey(name)); count++) {
      const ending = `(${count})`;
      name = sheetName(text, SHEET_NAME_MAX - ending.length) + ending;
    }
    taken.add(sheetKey(name));
    return name;
  });
}

/** What two names must not share: half and full width are one to Excel for Windows in Chinese. */
function sheetKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
