import { create } from 'zustand';
import { setFilter } from '#renderer/state/window-state.ts';
import type { LightKey } from '#shared/domain/light.ts';
import type { LedgerColumn } from './ledger-lines.ts';
import { FIRST_LEDGER_VIEW, type LedgerColumnFilter, type LedgerView } from './ledger-view.ts';
import { ZOOM } from './matrix-view.ts';

/** The view of the ledger, for this sitting: its ticks are texts of a period and mean nothing the month after. */
const useLedgerState = create<LedgerView>(() => FIRST_LEDGER_VIEW);

/** @returns a part of the view, told again when it changes */
export function useLedgerView<Part>(select: (view: LedgerView) => Part): Part {
  return useLedgerState(select);
}

export function ledgerView(): LedgerView {
  return useLedgerState.getState();
}

export function changeLedgerView(change: Partial<LedgerView>): void {
  useLedgerState.setState(change);
}

/** @param filter what asks nothing is no filter */
export function filterLedger(column: LedgerColumn, { test, ticked }: LedgerColumnFilter): void {
  const { [column]: _, ...others } = ledgerView().filters;
  const asks = test !== null || ticked !== null;
  changeLedgerView({ filters: asks ? { ...others, [column]: { test, ticked } } : others });
}

/** Lets every line through: the words of the quick filter and all filters of columns. */
export function clearLedgerFilters(): void {
  setFilter('');
  changeLedgerView({ filters: {}, lights: [] });
}

/** Shows only lines with this light; a second call takes the wish back. */
export function toggleLedgerLight(light: LightKey): void {
  const { lights } = ledgerView();
  changeLedgerView({ lights: lights.includes(light) ? lights.filter((one) => one !== light) : [...lights, light] });
}

export function drawLedgerWidth(columnId: string, width: number): void {
  changeLedgerView({ widths: { ...ledgerView().widths, [columnId]: width } });
}

export function zoomLedgerTo(zoom: number): void {
  const steps = Math.round(zoom / ZOOM.step);
  // From whole steps: ten times a tenth is not one.
  changeLedgerView({ zoom: Math.min(ZOOM.max, Math.max(ZOOM.min, steps / Math.round(1 / ZOOM.step))) });
}

export function zoomLedgerBy(steps: number): void {
  zoomLedgerTo(ledgerView().zoom + steps * ZOOM.step);
}
