import { cellSafeText, writableText } from '#backend/sheets/safe-text.ts';
import type { ChartPlan, RowPlan } from './sheet-plan.ts';
import { percentFormat } from './styles.ts';
import type { Table, TableChart } from './table.ts';

/**
 * The chart lies in one tall row of its own: a page ends between rows, so it is never cut in two. Points; Excel knows no
 * row higher than 409.
 */
const CHART_HEIGHT = 360;
/** A chart that is not much lower than usual stays on the page of its table. */
const CHART_HEIGHT_MIN = 260;
const GAP_HEIGHT = 12;

/** A table of more rows has a chart of the first ones: bars thinner than these cannot be told apart. */
const BARS_MAX = 200;

/** Looks on while a table's rows go by, and notes where those are that its chart shows. */
export class ChartTrack {
  readonly #chart: TableChart | undefined;
  readonly #columns: number;
  readonly #head: string;
  readonly #percent: boolean;
  readonly #texts: string[] = [];
  readonly #numbers: (number | null)[] = [];
  readonly #stretches: { readonly top: number; readonly bottom: number }[] = [];
  #row = 1;
  #height = CHART_HEIGHT;

  constructor({ chart, columns }: Pick<Table<never>, 'chart' | 'columns'>) {
    const values = chart && columns[chart.values];
    this.#chart = chart;
    this.#columns = columns.length;
    this.#head = values?.head.replaceAll('\n', '') ?? '';
    this.#percent = values?.percent === true;
  }

  /** @param row where it stands in the sheet */
  follow<Row>({ columns }: Table<Row>, content: Row, row: number): void {
    if (!this.#chart || this.#texts.length >= BARS_MAX) return;
    const text = columns[this.#chart.categories]?.cell(content) ?? null;
    const value = columns[this.#chart.values]?.cell(content) ?? null;
    this.#texts.push(typeof text === 'object' ? '' : String(text));
    this.#numbers.push(typeof value === 'number' ? value : null);
    const last = this.#stretches.at(-1);
    if (last?.bottom === row - 1) this.#stretches.splice(-1, 1, { top: last.top, bottom: row });
    else this.#stretches.push({ top: row, bottom: row });
  }

  /** The rows that the chart lies over, from sheet row `top` on. @param room points left on the page */
  rows(top: number, room: number): readonly RowPlan[] {
    if (!this.#chart) return [];
    this.#row = top + 1;
    const left = Math.floor(room - GAP_HEIGHT);
    this.#height = left >= CHART_HEIGHT_MIN ? Math.min(CHART_HEIGHT, left) : CHART_HEIGHT;
    return [
      { height: GAP_HEIGHT, cells: [] },
      { height: this.#height, cells: [] },
    ];
  }

  /** Whole when the last row went by. */
  get plan(): ChartPlan {
    const { title = '', categories = 0, values = 0 } = this.#chart ?? {};
    const stretches = this.#stretches;
    return {
      // No row goes through the writer's cells here, so what no workbook can hold is left out here.
      title: writableText(title),
      seriesName: cellSafeText(this.#head),
      categories: { column: categories + 1, stretches, texts: this.#texts.map(cellSafeText) },
      values: {
        column: values + 1,
        stretches,
        numbers: this.#numbers,
        format: this.#percent ? this.#format : 'General',
      },
      place: { row: this.#row, height: this.#height, left: 1, right: this.#columns },
    };
  }

  get #format(): string {
    return this.#numbers.some((number) => number !== null && percentFormat(number) !== '0%') ? '0.0%' : '0%';
  }
}
