import { describe, expect, it } from 'vitest';
import { filterMatrix } from '#renderer/features/matrix/matrix-filter.ts';
import type { Light } from '#shared/domain/light.ts';
import { anAgency, aTask } from './a-matrix.ts';

const AGENCIES = [
  anAgency(1, '县市场监督管理局', { shortName: '市场监管局', pinyin: 'xscjdglj' }),
  anAgency(2, '县农业农村局', { pinyin: 'xnyncj' }),
  anAgency(3, '县发展和改革局', { aliases: ['县发展和改革委员会'] }),
];
const TASKS = [
  aTask(1, 1, '建立冷链追溯体系', { 1: ['lead', 'on-track'] }),
  aTask(5, 2, '加强耕地土壤污染防治', { 2: ['lead', 'overdue'] }),
  aTask(15, 3, '农产品监测1.5批次', { 2: ['lead', 'done'], 3: ['cooperating', 'overdue'] }),
  aTask(16, 3, '完成50批次检验', { 3: ['lead', 'waiting'] }),
];

function shown(query: string, ...lights: readonly Light[]): readonly number[] {
  return filterMatrix(TASKS, AGENCIES, { query, lights: new Set(lights) }).tasks.map((task) => task.number);
}

describe('finding tasks', () => {
  it('shows everything when nothing is asked', () => {
    expect(shown('')).toEqual([1, 5, 15, 16]);
    expect(shown('   ')).toEqual([1, 5, 15, 16]);
  });

  it('takes a bare number for the number of a task, not for digits in its text', () => {
    expect(shown('5')).toEqual([5]);
    expect(shown('第15项')).toEqual([15]);
    expect(shown('１６')).toEqual([16]);
  });

  it('looks for words in title and full text, blanks and widths aside', () => {
    expect(shown('耕地 土壤')).toEqual([5]);
    expect(shown('全文')).toEqual([1, 5, 15, 16]);
    expect(shown('50批次')).toEqual([16]);
  });

  it('shows the tasks of an agency named in full, in short, by alias or by pinyin initials', () => {
    expect(shown('县农业农村局')).toEqual([5, 15]);
    expect(shown('市场监管')).toEqual([1]);
    expect(shown('发展和改革委')).toEqual([15, 16]);
    expect(shown('nync')).toEqual([5, 15]);
    expect(shown('SCJD')).toEqual([1]);
  });

  it('shows nothing for words that occur nowhere', () => {
    expect(shown('海关')).toEqual([]);
  });
});

describe('choosing by light', () => {
  it('shows tasks in which some agency has one of the lights', () => {
    expect(shown('', 'overdue')).toEqual([5, 15]);
    expect(shown('', 'waiting', 'done')).toEqual([15, 16]);
  });

  it('asks the light of the named agency only, when words name one', () => {
    expect(shown('县农业农村局', 'overdue')).toEqual([5]);
  });
});
