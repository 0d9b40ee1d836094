import type { ExampleRow } from '#backend/excel/template/example-rows.ts';
import type { ReadableDb } from '#db/handle.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';

export function settleByPlan(
  _db: ReadableDb,
  _planId: PlanId,
  mapping: TemplateMapping,
  _rows: readonly ExampleRow[],
): TemplateMapping {
  return mapping;
}
