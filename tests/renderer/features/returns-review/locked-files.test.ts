import { expect, test } from 'vitest';
import { filesToUnlock } from '#renderer/features/returns-review/locked-files.ts';
import { aReturn } from './a-return.ts';

const locked = { code: 'WORKBOOK_ENCRYPTED', message: '设有打开密码' };
const came = (fileName: string, refusal: typeof locked | null) => aReturn(1, [], { fileName, refusal });
const picked = [{ fileName: '甲.xlsx' }, { fileName: '乙.xlsx' }, { fileName: '材料.zip' }];

test('a password is asked for the files that have one, and for the packet in which one lies', () => {
  const names = (...received: readonly ReturnType<typeof came>[]) =>
    filesToUnlock(picked, received).map(({ fileName }) => fileName);
  expect(names(came('甲.xlsx', locked), came('乙.xlsx', null), came('丙.xlsx', null))).toEqual(['甲.xlsx']);
  expect(names(came('甲.xlsx', null), came('乙.xlsx', null), came('丙.xlsx', locked))).toEqual(['材料.zip']);
  expect(names(came('甲.xlsx', locked), came('乙.xlsx', null), came('丙.xlsx', locked))).toEqual([
    '甲.xlsx',
    '材料.zip',
  ]);
  expect(names(came('甲.xlsx', null), came('乙.xlsx', null))).toEqual([]);
});
