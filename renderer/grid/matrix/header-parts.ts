import type {
  IHeaderGroupParams,
  IHeaderParams,
  IInnerHeaderComponent,
  IInnerHeaderGroupComponent,
} from 'ag-grid-community';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import type { GridContext } from './grid-context.ts';

/** `funnel: false`: the column has nothing to filter by. */
type ColumnHeadParams = IHeaderParams<MatrixRow, GridContext> & { readonly funnel?: false };

/**
 * What stands in a column's head: its words, an arrow while the matrix is sorted by it, and the funnel.
 * Plain DOM: a matrix has up to hundreds of heads, and the first picture waits for them.
 */
export class ColumnHead implements IInnerHeaderComponent<MatrixRow, GridContext, ColumnHeadParams> {
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

  refresh(params: IHeaderParams<MatrixRow, GridContext>): boolean {
    this.#paint(params);
    return true;
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  #paint({ column, displayName, context }: IHeaderParams<MatrixRow, GridContext>): void {
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

type GroupHeadParams = IHeaderGroupParams<MatrixRow, GridContext> & {
  readonly agencyKind: AgencyKind;
  readonly folded: boolean;
};

/** The head over a family of agencies, with the sign that folds it into one column. */
export class KindHead implements IInnerHeaderGroupComponent<MatrixRow, GridContext, GroupHeadParams> {
  readonly #gui = document.createElement('div');

  init({ displayName, agencyKind, folded, context }: GroupHeadParams): void {
    const sign = document.createElement('button');
    sign.type = 'button';
    sign.className = 'head-fold';
    sign.tabIndex = -1;
    sign.textContent = folded ? '+' : '−';
    sign.dataset['testid'] = `fold-${agencyKind}`;
    sign.setAttribute('aria-label', folded ? '展开这一类单位' : '折叠这一类单位');
    sign.title = folded ? '展开' : '折叠';
    sign.addEventListener('click', (event) => {
      event.stopPropagation();
      context.actions.onFoldKind(agencyKind);
    });
    for (const name of ['mousedown', 'pointerdown', 'dblclick'] as const) {
      sign.addEventListener(name, (event) => event.stopPropagation());
    }
    this.#gui.className = 'head-part head-kind-part';
    this.#gui.append(displayName, sign);
  }

  /** A folded family has another head; it is made anew. */
  refresh(): boolean {
    return false;
  }

  getGui(): HTMLElement {
    return this.#gui;
  }
}
