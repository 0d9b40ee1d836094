import { openPackage } from '#backend/files/package-parts.ts';
import { PartFault } from '#backend/files/zip-unpack.ts';
import { AppError } from '#shared/errors.ts';
import { count, type OdsCellTag, odsCell, odsCellTag } from './ods/ods-cell.ts';
import { OdsStyles } from './ods/ods-styles.ts';
import type { SheetRead } from './sheet.ts';
import { SheetBuilder, SheetTooLarge } from './sheet-builder.ts';
import { decodeXml } from './xml/decode-xml.ts';
import { scanXml, XmlFault, type XmlHandler } from './xml/scan-xml.ts';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/**
 * Reads an OpenDocument workbook (.ods), as a person sees it: it keeps what each cell shows beside its value.
 *
 * @throws AppError FILE_TOO_LARGE, WORKBOOK_BOMB, WORKBOOK_DAMAGED, WORKBOOK_ENCRYPTION_UNKNOWN
 */
export async function sheetsOfOds(bytes: Uint8Array, file: string): Promise<readonly SheetRead[]> {
  const parts = await openPackage(bytes, file);
  try {
    const manifest = await parts.part(MANIFEST).catch(() => undefined);
    if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data')) {
      throw new AppError('WORKBOOK_ENCRYPTION_UNKNOWN', { file });
    }
    const content = await parts.part(CONTENT);
    if (content === undefined) throw new XmlFault(`no ${CONTENT}`);
    const reader = new OdsReader();
    scanXml(decodeXml(content), reader);
    return reader.sheets;
  } catch (cause) {
    if (cause instanceof SheetTooLarge || (cause instanceof PartFault && cause.isTooLarge)) {
      throw new AppError('WORKBOOK_BOMB', { file }, { cause });
    }
    if (cause instanceof XmlFault || cause instanceof PartFault) {
      throw new AppError('WORKBOOK_DAMAGED', { file }, { cause });
    }
    throw cause;
  }
}

/** Words that are collected: of a cell, of a comment, of a box that stands over the cells. */
type Words = { text: string; struck: boolean; begun: boolean };

function noWords(): Words {
  return { text: '', struck: false, begun: false };
}

class OdsReader implements XmlHandler {
  readonly sheets: SheetRead[] = [];
  readonly #styles = new OdsStyles();
  readonly #counts = { cells: 0, formatted: 0 };
  #sheet: SheetBuilder | undefined;
  #row = 0;
  #rowsRepeated = 1;
  #column = 0;
  #columnOfTags = 0;
  #cell: OdsCellTag | undefined;
  #words = noWords();
  /** The innermost of what holds words of its own inside a cell or over the sheet. */
  #aside: { readonly name: string; readonly words: Words }[] = [];
  #strikes: boolean[] = [];

  readonly open: XmlHandler['open'] = (name, attributes) => {
    const words = this.#aside.at(-1)?.words ?? this.#words;
    switch (name) {
      case 'table':
        this.#sheet = new SheetBuilder(
          attributes.get('name') ?? '',
          this.#styles.hidesSheet(attributes.get('style-name')),
          this.#counts,
        );
        this.#row = 0;
        this.#columnOfTags = 0;
        break;
      case 'table-column': {
        const repeated = count(attributes.get('number-columns-repeated'));
        const isHidden = (attributes.get('visibility') ?? 'visible') !== 'visible';
        if (isHidden) this.#sheet?.hideColumns(this.#columnOfTags + 1, this.#columnOfTags + repeated);
        this.#columnOfTags += repeated;
        break;
      }
      case 'table-row':
        this.#rowsRepeated = count(attributes.get('number-rows-repeated'));
        this.#column = 0;
        if (this.#rowsRepeated === 1) {
          this.#sheet?.addRow(this.#row + 1, (attributes.get('visibility') ?? 'visible') !== 'visible');
        }
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = odsCellTag(attributes);
        this.#words = noWords();
        break;
      case 'annotation':
      case 'text-box':
        this.#aside.push({ name, words: noWords() });
        break;
      case 'image':
        this.#sheet?.addRemark({ kind: 'picture', ...this.#place(), text: '' });
        break;
      case 'p':
        if (words.begun) words.text += '\n';
        words.begun = true;
        break;
      case 'line-break':
        words.text += '\n';
        break;
      case 's':
        words.text += ' '.repeat(Math.min(count(attributes.get('c')), 100));
        break;
      case 'tab':
        words.text += '\t';
        break;
      case 'span':
        this.#strikes.push(this.#styles.strikesOut(attributes.get('style-name')));
        break;
      default:
        this.#styles.open(name, attributes);
    }
  };

  readonly text = (text: string, parent: string): void => {
    if (parent !== 'p' && parent !== 'span' && parent !== 'a') return;
    const words = this.#aside.at(-1)?.words ?? this.#words;
    words.text += text.replace(/\s+/g, ' ');
    if (this.#strikes.includes(true) && text.trim() !== '') words.struck = true;
  };

  readonly close = (name: string): void => {
    if (name === 'span') this.#strikes.pop();
    else if (name === 'annotation' || name === 'text-box') {
      const text = this.#aside.pop()?.words.text.trim() ?? '';
      const kind = name === 'annotation' ? 'comment' : 'text-box';
      if (text !== '') this.#sheet?.addRemark({ kind, ...this.#place(), text });
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'table-row') this.#row += this.#rowsRepeated;
    else if (name === 'table' && this.#sheet !== undefined) {
      this.sheets.push(this.#sheet.build());
      this.#sheet = undefined;
    }
  };

  #place(): { readonly row: number | null; readonly column: number | null } {
    return this.#cell === undefined ? { row: null, column: null } : { row: this.#row + 1, column: this.#column + 1 };
  }

  #endCell(): void {
    const [tag, sheet] = [this.#cell, this.#sheet];
    this.#cell = undefined;
    if (tag === undefined || sheet === undefined) return;
    const { text, struck } = this.#words;
    const value = odsCell(tag, text, this.#styles);
    const isStruck = struck || this.#styles.strikesOut(tag.style);
    const read =
      value !== null && value.trouble === null && isStruck ? { ...value, trouble: 'struck-out' as const } : value;
    for (let down = 1; read !== null && down <= this.#rowsRepeated; down++) {
      for (let across = 1; across <= tag.repeated; across++) {
        sheet.addCell(this.#row + down, this.#column + across, read);
      }
    }
    if (tag.columns > 1 || tag.rows > 1) {
      const [top, left] = [this.#row + 1, this.#column + 1];
      sheet.addMerge({ top, left, bottom: top + tag.rows - 1, right: left + tag.columns - 1 });
    }
    this.#column += tag.repeated;
  }
}
