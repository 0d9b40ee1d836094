import { type TargetId, TargetIdSchema } from './ids.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from './progress.ts';

/** The value of a target for the period, as a cell of its own of a return: `target:12`. */
export type TargetField = `target:${number}`;

/** What a cell of a return can be about: a field of a progress entry, or a value of a target. */
export type ReturnField = ProgressField | TargetField;

export function targetField(targetId: TargetId): TargetField {
  return `target:${targetId}`;
}

export function isProgressField(field: ReturnField): field is ProgressField {
  return PROGRESS_FIELDS.some((one) => one === field);
}

/** The target a cell is about; `null` for a field of a progress entry. */
export function targetOfField(field: ReturnField): TargetId | null {
  return isProgressField(field) ? null : TargetIdSchema.parse(Number(field.slice('target:'.length)));
}

/** What a person calls the cell; of a target its name, where it is known. */
export function returnFieldLabel(field: ReturnField, targetName = ''): string {
  if (isProgressField(field)) return PROGRESS_FIELD_LABELS[field];
  return targetName === '' ? '指标本期值' : `指标本期值：${targetName}`;
}
