import { lastYearOf } from '#renderer/state/last-year-words.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { type LightDef, lightOf } from '#shared/domain/light.ts';
import type { MatrixCell } from '#shared/domain/matrix.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';

export function cellOf(row: MatrixRow | undefined, agencyId: AgencyId): MatrixCell | undefined {
  return row?.kind === 'task' ? row.cells.get(agencyId) : undefined;
}

/** The note on an agency's cell, or with no agency on the task. */
export function noteOf(row: MatrixRow | undefined, agencyId: AgencyId | null): string | undefined {
  return row?.kind === 'task' ? row.task.notes.find((note) => note.agencyId === agencyId)?.text : undefined;
}

export function withNote(words: string, note: string | undefined): string {
  return [words, ...(note === undefined ? [] : [`批注：${note}`])].filter((part) => part !== '').join('\n');
}

/** A cell of the progress view: `● 推进中 40%`. */
export function progressWords({ role, light, percent }: MatrixCell, lights: readonly LightDef[]): string {
  const done = percent === null ? '' : ` ${percent}%`;
  return `${ROLE_MARKS[role]} ${lightOf(lights, light).short}${done}`;
}

/** What a screen reader says of a cell, also of an empty one: 县公安局，第5项，牵头，逾期未报，有批注. */
export function spokenWords(row: MatrixRow | undefined, agency: AgencyView, lights: readonly LightDef[]): string {
  if (row?.kind !== 'task') return '';
  const cell = cellOf(row, agency.id);
  const duty = cell ? [ROLE_LABELS[cell.role], lightOf(lights, cell.light).word] : ['无责任'];
  const note = noteOf(row, agency.id) === undefined ? [] : ['有批注'];
  return [agency.name, `第${row.task.number}项`, ...duty, ...note].join('，');
}

/** The words of a cell: `县农业农村局 · 第5项 · 牵头 · 逾期未报`; none for a cell without a duty. */
export function cellWords(row: MatrixRow | undefined, agency: AgencyView, lights: readonly LightDef[]): string {
  const cell = cellOf(row, agency.id);
  if (!cell || row?.kind !== 'task') return '';
  const source = cell.writtenAs === null ? [] : [`原文写作“${cell.writtenAs}”`];
  const words = [agency.name, `第${row.task.number}项`, ROLE_LABELS[cell.role], lightOf(lights, cell.light).word];
  const lastYear = lastYearOf(row.task.id, agency.id);
  return [...words, ...source, ...(lastYear === null ? [] : [lastYear])].join(' · ');
}

/** The same for a tooltip, with why it has its light on a line of its own. */
export function cellTip(row: MatrixRow | undefined, agency: AgencyView, lights: readonly LightDef[]): string {
  const cell = cellOf(row, agency.id);
  return cell ? `${cellWords(row, agency, lights)}\n${cell.because}` : '';
}
