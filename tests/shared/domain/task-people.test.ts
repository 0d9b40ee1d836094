import { describe, expect, it } from 'vitest';
import { bareNames, namesIn, namesPerson, peopleText, succeededIn } from '#shared/domain/task-people.ts';

describe('names in a field of a task', () => {
  it.each([
    ['张三、李四', ['张三', '李四']],
    ['张三，李四；王五/赵六', ['张三', '李四', '王五', '赵六']],
    ['张 三\n李四', ['张三', '李四']],
    ['张三 李四', ['张三', '李四']],
    ['张三（县委常委、副县长）、李四', ['张三（县委常委、副县长）', '李四']],
    ['张三、张三', ['张三']],
    [' ', []],
  ])('%j are %j', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('are kept parted by 、', () => {
    expect(peopleText('张三,李四 ')).toBe('张三、李四');
    expect(bareNames('张三（副县长）、李四')).toEqual(['张三', '李四']);
  });

  it.each([
    ['张三', true],
    ['李四、张三（副县长）', true],
    ['张三副局长', true],
    ['张三同志', true],
    ['张三丰', false],
    ['李张三', false],
    ['', false],
  ])('%j names 张三: %s', (text, isNamed) => {
    expect(namesPerson(text, '张三')).toBe(isNamed);
  });

  it('are handed over with the post behind them, and nobody is named twice', () => {
    expect(succeededIn('李四、张三（副县长）', '张三', '王五')).toBe('李四、王五（副县长）');
    expect(succeededIn('张三副局长', '张三', '王五')).toBe('王五副局长');
    expect(succeededIn('张三、王五', '张三', '王五')).toBe('王五');
    expect(succeededIn('张三丰', '张三', '王五')).toBe('张三丰');
  });
});
