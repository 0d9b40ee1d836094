import type { ReadWarning, Repair } from '#shared/domain/plan-reading.ts';

/** Whether a repair may be made. */
export type RepairFilter = (repair: Repair) => boolean;

export const MAKE_EVERY_REPAIR: RepairFilter = () => true;

/**
 * Lets only these repairs be made. One that is found again in a text with others refused keeps its kind and at least one
 * of its ends.
 */
export function onlyThese(repairs: readonly Repair[]): RepairFilter {
  const ends = ({ kind, span }: Repair): string[] => [`${kind} from ${span.start}`, `${kind} to ${span.end}`];
  const wanted = new Set(repairs.flatMap(ends));
  return (repair) => ends(repair).some((end) => wanted.has(end));
}

/** What the clerk is to look at in a task: broken sentences once, each mended bracket, each repair that was refused. */
export function repairWarnings(task: number, repairs: readonly Repair[]): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  const joins = repairs.filter((repair) => repair.kind === 'page-break' && repair.refused !== true);
  const [join] = joins;
  if (join !== undefined) {
    const message = `第${task}项有${joins.length}处句子被分页或换行断开，已接上（${shorten(join.after)}），请核对。`;
    warnings.push({ code: 'TEXT_REPAIRED', message, task, span: join.span });
  }
  for (const { kind, before, after, refused, span } of repairs) {
    if (refused === true) {
      const message = `第${task}项“${shorten(before)}”按原文保留，没有改读为“${shorten(after)}”，请核对。`;
      warnings.push({ code: 'REPAIR_REFUSED', message, task, span });
    } else if (kind !== 'page-break' && kind !== 'width') {
      const message = `第${task}项责任括注有误，已由“${shorten(before)}”改读为“${shorten(after)}”，请核对。`;
      warnings.push({ code: 'BRACKET_REPAIRED', message, task, span });
    }
  }
  return warnings;
}

/** Brackets of mixed width are one habit of the typist: told once for the whole document. */
export function widthWarnings(repairs: readonly Repair[]): ReadWarning[] {
  const mixed = repairs.filter((repair) => repair.kind === 'width' && repair.refused !== true);
  const [first] = mixed;
  if (first === undefined) return [];
  const message = `有${mixed.length}处责任括注前后括号不一致（如“${shorten(first.before)}”），已按成对括号读取，请核对。`;
  return [
    { code: 'BRACKET_REPAIRED', message, ...(first.task === undefined ? {} : { task: first.task }), span: first.span },
  ];
}

export function shorten(text: string, length = 24): string {
  const flat = text.replace(/\s+/gu, ' ');
  return flat.length <= length ? flat : `${flat.slice(0, length)}…`;
}
