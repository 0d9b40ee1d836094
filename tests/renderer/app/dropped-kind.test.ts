import { expect, test } from 'vitest';
import { droppedKind } from '#renderer/app/dropped-kind.ts';

test('workbooks dropped on the window are returns, one document is a plan, anything else is neither', () => {
  expect(droppedKind(['县教育局.xlsx', '县公安局.XLS'])).toBe('returns');
  expect(droppedKind(['2022年工作安排.docx'])).toBe('document');
  expect(droppedKind(['安排.pdf', '附件.docx'])).toBe('unknown');
  expect(droppedKind(['照片.jpg'])).toBe('unknown');
  expect(droppedKind([])).toBe('unknown');
});
