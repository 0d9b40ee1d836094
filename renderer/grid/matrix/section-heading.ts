import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { GridContext } from './grid-context.ts';

type HeadingParams = ICellRendererParams<MatrixRow, unknown, GridContext>;

/** The heading of a section, across the whole width; a click folds it. */
export class SectionHeading implements ICellRendererComp<MatrixRow> {
  readonly #gui = document.createElement('button');
  readonly #fold = document.createElement('span');
  readonly #words = document.createElement('span');
  readonly #count = document.createElement('span');

  init(params: HeadingParams): void {
    this.#gui.type = 'button';
    this.#gui.className = 'section-heading';
    this.#gui.tabIndex = -1;
    this.#fold.className = 'section-fold';
    this.#fold.ariaHidden = 'true';
    this.#count.className = 'section-count';
    this.#gui.append(this.#fold, this.#words, this.#count);
    this.#gui.addEventListener('click', () => {
      const { data } = params.node;
      if (data?.kind === 'section') params.context.actions.onFoldSection(data.sectionId);
    });
    this.#paint(params);
  }

  refresh(params: HeadingParams): boolean {
    this.#paint(params);
    return true;
  }

  getGui(): HTMLElement {
    return this.#gui;
  }

  #paint({ data }: HeadingParams): void {
    if (data?.kind !== 'section') return;
    this.#gui.ariaExpanded = String(!data.folded);
    this.#gui.title = data.folded ? '展开本章' : '折叠本章';
    this.#fold.textContent = data.folded ? '▸' : '▾';
    this.#words.textContent = data.heading;
    this.#count.textContent = `${data.tasks} 项`;
  }
}
