import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community';
import type { SheetRow } from './selection/sheet.ts';
import type { SheetActions } from './sheet-actions.ts';

/** Which heads carry a sign of their own. */
export type HeaderSigns = {
  readonly filtered: ReadonlySet<string>;
  readonly sorted: { readonly columnId: string; readonly descending: boolean } | null;
};

/** What heads ask while they are painted: one object for the grid's whole life. */
export type SheetContext = { readonly actions: Pick<SheetActions, 'onFilter'>; signs: HeaderSigns; zoom: number };

/** `funnel: false`: the column has nothing to filter by. */
type ColumnHeadParams = IHeaderParams<SheetRow, SheetContext> & { readonly funnel?: false };

/**
 * What stands in a column's head: its words, an arrow while the sheet is sorted by it, and the funnel.
 * Plain DOM: a matrix has up to hundreds of heads, and the first picture waits for them.
 */
export class ColumnHead implements IInnerHeaderComponent<SheetRow, SheetContext, ColumnHeadParams> {
  readonly #gui = document.createElement('div');
  readonly #words = document.createElement('span');
  readonly #funnel = document.createElement('button');

  init(params: ColumnHeadParams): void {
    this.#gui.className = 'head-part';
    this.#words.className = 'head-words';
    this.#funnel.className = 'head-funnel';
    this.#funnel.type = 'button';
    // Reached by Alt+↓ on the head: a stop at every funnel would double the way through the heads.
    this.#funnel.tabIndex = -1;
    const columnId = params.column.getColId();
    this.#funnel.dataset['testid'] = `funnel-${columnId}`;
    this.#funnel.addEventListener('click', (event) => {
      event.stopPropagation();
      params.context.actions.onFilter({
        columnId,
        box: this.#funnel.getBoundingClientRect(),
        focusBack: () => params.eGridHeader,
      });
    });
    // The grid would begin to drag or to select the column.
    for (const name of ['mousedown', 'pointerdown', 'dblclick'] as const) {
      this.#funnel.addEventListener(name, (event) => event.stopPropagation());
    }
    this.#gui.append(this.#words);
    if (params.funnel !== false) this.#gui.append(this.#funnel);
    this.#paint(params);
  }

  refresh(params: IHeaderParams<SheetRow, SheetContext>): boolean {
    this.#paint(params);
    return true;
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  #paint({ column, displayName, context }: IHeaderParams<SheetRow, SheetContext>): void {
    const columnId = column.getColId();
    const { filtered, sorted } = context.signs;
    const direction = sorted?.columnId === columnId ? (sorted.descending ? '↓' : '↑') : '';
    this.#words.textContent = displayName;
    this.#words.dataset['sorted'] = direction;
    this.#funnel.classList.toggle('is-filtered', filtered.has(columnId));
    const words = `筛选、排序：${displayName}`;
    this.#funnel.setAttribute('aria-label', words);
    this.#funnel.title = `${words}（Alt+↓）`;
  }
}
