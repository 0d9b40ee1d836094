import { expect, it } from 'vitest';
import { pasteNotice } from '#renderer/steps/paste-notice.ts';

it('a paste that was stored in part says what was left out', () => {
  expect(pasteNotice({ outside: 4, skipped: 0 }, 'stored', '矩阵')?.message).toBe(
    '超出矩阵范围的 4 格没有粘贴，其余已粘贴。',
  );
  expect(pasteNotice({ outside: 0, skipped: 0 }, 'stored', '矩阵')).toBeNull();
});

it('a paste that was not stored never says that the rest was', () => {
  expect(pasteNotice({ outside: 4, skipped: 2 }, 'DISK_FULL', '矩阵')).toBeNull();
  const nothingElse = pasteNotice({ outside: 0, skipped: 2 }, 'NOTHING_TO_CHANGE', '矩阵');
  expect(nothingElse?.message).toBe('不能修改的 2 格没有粘贴，矩阵没有改动。');
});
