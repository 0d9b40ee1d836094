import type { ShownMatrix } from '#renderer/state/window-state.ts';
import type { AgencyId, DutyId, PeriodId } from '#shared/domain/ids.ts';
import type { Paper } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { layoutField } from '#shared/domain/layout-fields.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { PRINT_INKS, type PrintSetup } from '#shared/domain/print-table.ts';
import { recall, remember } from '../../bridge/remembered.ts';
import type { TableScope } from '../layouts/table-scope.ts';

/** What the clerk chose beside the layout. */
export type ExportChoices = {
  readonly periodId: PeriodId;
  /** `all`; only what the matrix shows just now; one agency. */
  readonly scope: 'all' | 'shown' | AgencyId;
  /** `null`: the layout's own. */
  readonly paper: Paper | null;
  readonly ink: PrintSetup['ink'];
  readonly withLights: boolean;
  /** `null`: every regular duty has a table of its own. */
  readonly dutyId: DutyId | null;
};

const LAST_LAYOUT = 'export-layout';
const LAST_INK = 'export-ink';

/** The layout chosen last on this computer; superiors ask for the same one month after month. */
export function recallLayout(): string {
  return recall(LAST_LAYOUT) ?? 'ledger';
}

export function rememberLayout(key: string): void {
  remember(LAST_LAYOUT, key);
}

export function recallInk(): PrintSetup['ink'] {
  const known = recall(LAST_INK);
  return PRINT_INKS.find((ink) => ink === known) ?? 'colour';
}

export function rememberInk(ink: PrintSetup['ink']): void {
  remember(LAST_INK, ink);
}

/** The part of a call that says what the table is about. */
export function scopeOf(
  choices: ExportChoices,
  def: LayoutDef,
  overview: Overview,
  shown: ShownMatrix | null,
): TableScope {
  const { periodId, scope, paper, withLights, dutyId } = choices;
  return {
    planId: overview.plan.id,
    periodId,
    ...(paper === null ? {} : { paper }),
    ...(scope === 'shown' && shown ? { taskIds: [...shown.taskIds], agencyIds: [...shown.agencyIds] } : {}),
    ...(typeof scope === 'number' ? { agencyIds: [scope] } : {}),
    ...(withLights && hasMarks(def) ? { withLights } : {}),
    ...(dutyId !== null && def.rows === 'report' ? { dutyId } : {}),
  };
}

/** Whether a layout has the marks of all agencies, below which their lights can stand. */
export function hasMarks({ columns }: LayoutDef): boolean {
  return columns.some(({ field }) => field === 'agencies');
}

/** Whether a table says something about a period: its rows do, or one of its words or columns. */
export function isOfPeriod(def: LayoutDef): boolean {
  if (def.rows !== 'task') return true;
  const { title, unitLine, columns, notes } = def;
  return (
    [title, unitLine.left, unitLine.right, ...notes].some((text) => text.includes('{{期}}')) ||
    columns.some(({ field }) => {
      const { subject, expands } = layoutField(def.rows, field) ?? {};
      return subject === 'row' && expands === undefined && !TIMELESS.has(field);
    })
  );
}

/** Fields of a task's own row that are the same in every period. */
const TIMELESS: ReadonlySet<string> = new Set(['serial', 'blank', 'units', 'dutyCount']);
