import { expect, test } from 'vitest';
import { fillPlaceholders, unknownPlaceholders } from '#shared/domain/placeholders.ts';

const WORDS = { 计划名称: '食品安全安排', 期: '2021年10月', 填报单位: '县政府办', 文号: '' };

test.each([
  ['{{计划名称}}台账（{{期}}）', '食品安全安排台账（2021年10月）'],
  ['{{ 计划名称 }}台账', '食品安全安排台账'],
  ['｛｛期｝｝', '2021年10月'],
  // What is not known goes, and so does what would stand there for nothing.
  ['台账（{{年度}}）', '台账'],
  ['填报单位：{{填报单位}}　　文号：{{文号}}', '填报单位：县政府办'],
  ['填报单位（盖章）：{{单位}}', '填报单位（盖章）：'],
  // One that is none of ours is left for a person to see.
  ['{{联系人}}{{期}}', '{{联系人}}2021年10月'],
  ['{期}}', '{期}}'],
])('%s becomes %s', (text, filled) => {
  expect(fillPlaceholders(text, WORDS)).toBe(filled);
});

test('words are put in once: braces in a plan’s own name are no placeholders', () => {
  expect(fillPlaceholders('{{计划名称}}', { 计划名称: '{{期}}', 期: '不该出现' })).toBe('{{期}}');
  expect(fillPlaceholders('{{计划名称}}', { 计划名称: '$&$1' })).toBe('$&$1');
});

test('unknown ones are named, each once', () => {
  expect(unknownPlaceholders('{{期}}{{联系人}}{{联系人}}{{toString}}')).toEqual(['联系人', 'toString']);
});
