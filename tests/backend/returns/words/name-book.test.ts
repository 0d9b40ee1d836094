import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameBook, unitWords } from '#backend/returns/words/name-book.ts';
import { AgencyDirectorySchema } from '#shared/domain/agency.ts';
import { AgencyIdSchema } from '#shared/domain/ids.ts';

const directory = AgencyDirectorySchema.parse(
  JSON.parse(readFileSync(new URL('../../../../seeds/zezhou-agencies.json', import.meta.url), 'utf8')),
);
const book = nameBook(
  directory.agencies.map((agency, index) => ({ ...agency, id: AgencyIdSchema.parse(index + 1), formerNames: [] })),
  ['泽州县人民政府办公室', '泽州县人民政府办公室关于印发泽州县2021年食品安全重点工作安排的通知'],
);

function found(writing: string): string | null {
  const id = book.find(writing);
  return id === null ? null : book.nameOf(id);
}

describe('the writing of a unit', () => {
  it.each([
    ['县农业农村局', '县农业农村局'],
    ['泽州县农业农村局', '县农业农村局'],
    ['晋城市泽州县农业农村局', '县农业农村局'],
    ['泽州农业农村局', '县农业农村局'],
    ['农业农村局', '县农业农村局'],
    ['县 农 业 农 村 局', '县农业农村局'],
    ['填报单位（盖章）：县农业农村局', '县农业农村局'],
    ['县农业农村局（公章）　2021年10月8日', '县农业农村局'],
    ['县农业农村局盖章', '县农业农村局'],
    ['【县农业农村局】填报人：某某 电话：0356', '县农业农村局'],
    ['县农业农村局 填报人：某某', '县农业农村局'],
    ['县农业农村局种植业股', '县农业农村局'],
    ['市生态环境局泽州分局', '市生态环境局泽州分局'],
    ['县发展和改革局', '县发展和改革局'],
    ['陵川县农业农村局', null],
    ['高平市农业农村局', null],
    ['市农业农村局', null],
    ['县农业局', null],
    ['县食品安全委员会', null],
    ['县农业农村局、县林业局', null],
    ['', null],
    ['（盖章）', null],
  ])('%s means %s', (writing, name) => {
    expect(found(writing)).toBe(name);
  });

  it('keeps its own words alone', () => {
    expect(unitWords('报送单位：县教育局（盖章） 10月8日')).toBe('县教育局');
    expect(unitWords('　')).toBe('');
  });

  it('has neighbours when it is unknown', () => {
    expect(book.nearest('泽州县农业农村委').map(book.nameOf)[0]).toBe('县农业农村局');
    expect(book.nearest('县体育场')).toEqual([]);
  });

  it('is believed beside an id when it is near, and of our own county and level', () => {
    const farms = book.find('县农业农村局');
    if (farms === null) throw new Error('the directory has it');
    expect(['县农业农村委', '农业农村委员会', '泽州县农业农村委'].map((name) => book.resembles(name, farms))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['陵川县农业农村局', '市农业农村委', '县林业和草原局'].map((name) => book.resembles(name, farms))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('stands within other words', () => {
    const within = (words: string) => book.within(words).map(book.nameOf);
    expect(within('县林业局 10月（最终版）(2) 😀')).toEqual(['县林业局']);
    expect(within('农业农村局（张）')).toEqual(['县农业农村局']);
    expect(within('县教育局和县公安局汇总').toSorted()).toEqual(['县公安局', '县教育局']);
    expect(within('市林业局报表')).toEqual([]);
    expect(within('新建 Microsoft Excel 工作表')).toEqual([]);
  });

  it('may be several in one cell', () => {
    const names = (cell: string) => {
      const { agencyIds, unknown } = book.several(cell);
      return [agencyIds.map(book.nameOf), unknown];
    };
    expect(names('县发展和改革局和县公安局')).toEqual([['县发展和改革局', '县公安局'], []]);
    expect(names('牵头单位：县教育局\n配合单位：县公安局、县气象局')).toEqual([['县教育局', '县公安局'], ['县气象局']]);
    expect(names('县 教 育 局')).toEqual([['县教育局'], []]);
    expect(names('教育局；公安局等')).toEqual([['县教育局', '县公安局'], []]);
    expect(names('')).toEqual([[], []]);
  });
});
