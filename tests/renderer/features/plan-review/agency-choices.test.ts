import { expect, test } from 'vitest';
import { agencyChoices } from '#renderer/features/plan-review/draft/agency-choices.ts';
import { describeAgency } from '#shared/domain/describe-agency.ts';

const agencies = [
  { ...describeAgency('县发展和改革局'), aliases: ['县发展和改革委员会'], pinyin: 'xfzhggj' },
  { ...describeAgency('县公安局'), pinyin: 'xgaj' },
];
const names = (typed: string) => agencyChoices(agencies, typed).map((choice) => choice.name);

test('a unit is found by its name, another writing of it, or its pinyin initials', () => {
  expect(names('公安')).toEqual(['县公安局', '公安']);
  expect(names('县发展和改革委员会')).toEqual(['县发展和改革局']);
  expect(names('XGAJ')).toEqual(['县公安局']);
  expect(names('')).toEqual(['县发展和改革局', '县公安局']);
});

test('a name that none has can be taken as a new unit, as it was typed', () => {
  expect(agencyChoices(agencies, ' 县融媒体中心A ')).toEqual([{ name: '县融媒体中心A', hint: '新增单位' }]);
  expect(names('abc')).toEqual([]);
});
