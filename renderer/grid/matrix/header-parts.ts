import type { IHeaderGroupParams, IInnerHeaderGroupComponent } from 'ag-grid-community';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import type { GridContext } from './grid-context.ts';

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
