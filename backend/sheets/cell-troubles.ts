import { CELL_TEXT_MAX, fitCellText } from './safe-text.ts';

/** So many places are named in a notice; the others are counted. */
const PLACES_NAMED = 3;

/**
 * Makes texts fit for cells while a workbook is written, and remembers what did not fit, so that a person is told of it
 * beside the notice that stands in the cell.
 */
export class CellTroubles {
  readonly #cut = new Places();
  readonly #cleaned = new Places();

  /**
   * @param place where the text will stand, as a person finds it: 进展台账 G12; asked for only when something is said
   * @returns the text as the cell holds it (cellSafeText)
   */
  fit(text: string, place: () => string): string {
    const fitted = fitCellText(text);
    if (fitted.isCut) this.#cut.add(place);
    if (fitted.isCleaned) this.#cleaned.add(place);
    return fitted.text;
  }

  /** Chinese sentences; none when every text stands in the file as it is. */
  notices(): readonly string[] {
    const limit = CELL_TEXT_MAX.toLocaleString('zh-CN');
    return [
      ...this.#cut.notice((places) => `${places}内容超过单元格上限（${limit} 字），后文没有列入，单元格末尾已注明。`),
      ...this.#cleaned.notice((places) => `${places}含有表格无法保存的控制字符，已略去这些字符，文字没有变化。`),
    ];
  }
}

class Places {
  #count = 0;
  readonly #named: string[] = [];

  add(place: () => string): void {
    this.#count++;
    if (this.#named.length < PLACES_NAMED) this.#named.push(place());
  }

  notice(sentence: (places: string) => string): readonly string[] {
    if (this.#count === 0) return [];
    const more = this.#count > this.#named.length ? '等' : '';
    return [sentence(`${this.#count} 个单元格（${this.#named.join('、')}${more}）`)];
  }
}
