import type { ProgressField } from '#shared/domain/progress.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';
import { columnLetters } from '../cell-reference.ts';
import type { ConditionPlan, SheetBlock, ValidationPlan } from '../sheet-plan.ts';
import { COMPLETE_FILL, COMPLETE_FONT, MISSING_FILL, WRONG_FILL, WRONG_FONT } from './form-looks.ts';
import { COLUMNS, columnOf, FIRST_ROW, HEAD_ROW, MISSING, UNIT_LINE_CELLS, UNIT_ROW } from './progress-places.ts';

/** What may be filled in: choices, a share, a day. */
export function progressValidations(rows: number): ValidationPlan[] {
  const block = (field: ProgressField): SheetBlock => {
    const column = columnOf(field);
    return { top: FIRST_ROW, left: column, bottom: HEAD_ROW + rows, right: column };
  };
  const statuses = STATUSES.map((status) => STATUS_LABELS[status]);
  return [
    { ...block('status'), check: { kind: 'list', choices: statuses }, prompt: `请选择：${statuses.join('、')}` },
    { ...block('percent'), check: { kind: 'fraction' }, prompt: '请填 0% 至 100%，例如 50%' },
    { ...block('reportedOn'), check: { kind: 'date' }, prompt: '请填日期，例如 2021-10-8' },
  ];
}

/** Colours that follow the sentences of 还差, so that they cannot say something else. */
export function progressConditions(rows: number): ConditionPlan[] {
  const said = `$${MISSING}${FIRST_ROW}`;
  const block = (column: number): SheetBlock => ({
    top: FIRST_ROW,
    left: column,
    bottom: HEAD_ROW + rows,
    right: column,
  });
  const names = (words: string): string => `ISNUMBER(SEARCH("${words}",${said}))`;
  const cell = `$${columnLetters(UNIT_LINE_CELLS.counter[0])}$${UNIT_ROW}`;
  const counter = {
    top: UNIT_ROW,
    left: UNIT_LINE_CELLS.counter[0],
    bottom: UNIT_ROW,
    right: UNIT_LINE_CELLS.counter[1],
  };
  const isDone = `ISNUMBER(SEARCH("未填 0 处",${cell}))`;
  return [
    { ...block(columnOf('status')), formula: names('进展状态'), fill: MISSING_FILL },
    { ...block(columnOf('percent')), formula: names('完成比例'), fill: WRONG_FILL },
    { ...block(columnOf('narrative')), formula: names('进展情况'), fill: MISSING_FILL },
    { ...block(columnOf('problems')), formula: names('存在问题'), fill: MISSING_FILL },
    { ...block(COLUMNS), formula: `LEN(${said})>0`, fill: MISSING_FILL, font: WRONG_FONT },
    { ...counter, formula: isDone, fill: COMPLETE_FILL, font: COMPLETE_FONT },
    { ...counter, formula: `NOT(${isDone})`, fill: MISSING_FILL, font: WRONG_FONT },
  ];
}
