import { AGENCY_KIND_LABELS } from '#shared/domain/agency.ts';
import type { LayoutColumn } from '#shared/domain/layout-def.ts';
import type { LayoutField } from '#shared/domain/layout-fields.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { sumOfMarks, sumOfStretch } from './layout-totals.ts';
import type { PlacedColumn } from './numbered-rows.ts';
import type { LayoutInput, MarkRecord, ReportRow, TaskLine } from './records.ts';

/** More stretches than this (weeks, ten days) stand in narrow columns with upright heads. */
const WIDE_STRETCHES_MAX = 12;

/** A column of each agency that has one, under its kind, with the marks of what it owes. */
export function agencyColumns(column: LayoutColumn, source: LayoutField, input: LayoutInput): PlacedColumn<TaskLine>[] {
  const { width, align, verticalHead, groups } = column;
  return input.agencyColumns.flatMap((place) => {
    const agency = input.agencies[place];
    if (!agency) return [];
    const markIn = ({ marks }: TaskLine): MarkRecord | undefined => marks.find((mark) => mark.agency === place);
    return [
      {
        source,
        head: agency.shortName,
        groups: [...groups, AGENCY_KIND_LABELS[agency.kind]],
        width,
        align,
        verticalHead,
        cell: ({ row }) => {
          const mark = markIn(row);
          if (!mark) return null;
          return ROLE_MARKS[mark.role] + (mark.light ? `\n${mark.light.letter}` : '');
        },
        light: ({ row }) => markIn(row)?.light?.colour ?? null,
        sum: (rows, line) => sumOfMarks(rows, line, place),
      },
    ];
  });
}

/** Few stretches are wide enough together for the head above them: 各期报送情况（已报/应报）. */
const STRETCHES_WIDTH_MIN = 28;

/** A column of each stretch of a regular duty: what came of what was needed. */
export function stretchColumns(
  { width, align, groups }: LayoutColumn,
  source: LayoutField,
  { stretches }: LayoutInput,
): PlacedColumn<ReportRow>[] {
  const many = stretches.length > WIDE_STRETCHES_MAX;
  return stretches.map((head, index) => ({
    source,
    head,
    groups,
    width: many ? Math.min(width, 5) : Math.max(width, Math.ceil(STRETCHES_WIDTH_MIN / stretches.length)),
    align,
    verticalHead: many,
    cell: ({ row }) => {
      const cell = row.cells[index];
      if (!cell) return null;
      return cell.needed === 0 ? String(cell.received) : `${cell.received}/${cell.needed}`;
    },
    sum: (rows, line) => sumOfStretch(rows, line, index),
  }));
}
