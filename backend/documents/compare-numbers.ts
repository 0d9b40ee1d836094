import type { PlanReading, ReadWarning, Span } from '#shared/domain/plan-reading.ts';
import type { CountedParagraph } from './document-text.ts';

/** What is told one by one; a document with more of them is a different kind of document. */
const TOLD_MAX = 10;
const WORDS_SHOWN = 12;

/**
 * Compares what Word counts with what was read: how many of its numbers became tasks and sections, and which number
 * did not although most of its list did.
 *
 * @param text the document's text
 */
export function compareNumbers(
  text: string,
  counted: readonly CountedParagraph[],
  reading: PlanReading,
): readonly ReadWarning[] {
  if (counted.length === 0) return [];
  const begins = (spans: readonly { readonly span: Span }[]): ReadonlySet<CountedParagraph> => {
    const starts = new Set(spans.map(({ span }) => span.start));
    return new Set(counted.filter((item) => hasNear(starts, item)));
  };
  const tasks = begins(reading.tasks);
  const sections = begins(reading.sections);
  const message = `文件中有${counted.length}处编号是 Word 自动编号，已按其规则算出并写入正文，其中${tasks.size}处读作任务、${sections.size}处读作章节，请对照原文件核对。`;
  const isRead = (item: CountedParagraph): boolean => tasks.has(item) || sections.has(item);
  const left = [...Map.groupBy(counted, ({ list }) => list).values()].flatMap((list) => {
    const missing = list.filter((item) => !isRead(item));
    // Numbers inside the tasks (1. 2. 3.) are a list of their own, of which none is a task.
    return missing.length * 2 <= list.length ? missing : [];
  });
  return [{ code: 'TEXT_REPAIRED', message }, ...left.slice(0, TOLD_MAX).map((item) => leftOut(text, item))];
}

/** A span may begin with the number or with the words behind it. */
function hasNear(starts: ReadonlySet<number>, { start, label }: CountedParagraph): boolean {
  for (let at = start; at <= start + label.length + 1; at++) if (starts.has(at)) return true;
  return false;
}

function leftOut(text: string, { start, label }: CountedParagraph): ReadWarning {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const words = text
    .slice(start + label.length, end)
    .trim()
    .slice(0, WORDS_SHOWN);
  const message = `自动编号“${label.trim()}”的段落（${words}…）没有读作任务，请核对。`;
  return { code: 'NUMBER_GAP', message, span: { start, end } };
}
