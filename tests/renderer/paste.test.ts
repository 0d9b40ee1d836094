import { describe, expect, it } from 'vitest';
import { buildRows } from '#renderer/grid/matrix-rows.ts';
import { parseBlock, planPaste } from '#renderer/grid/paste.ts';
import { agencyId, aSection, aTask, taskId } from './a-matrix.ts';

const ROWS = buildRows(
  [aSection(1, '甲'), aSection(2, '乙')],
  [aTask(1, 1, '一', { 2: ['lead', 'waiting'] }), aTask(2, 2, '二'), aTask(3, 2, '三')],
);
const AGENCIES = [agencyId(1), agencyId(2), agencyId(3)];

function paste(text: string, task: number, agency: number) {
  return planPaste(parseBlock(text), { taskId: taskId(task), agencyId: agencyId(agency) }, ROWS, AGENCIES);
}

describe('a pasted block', () => {
  it('is read line by line, whatever the line ends and quotes', () => {
    expect(parseBlock('●\t○\r\n"△"\t\r\n')).toEqual([
      ['●', '○'],
      ['△', ''],
    ]);
  });

  it('steps over the heading of a section', () => {
    expect(paste('牵头\n2', 1, 1)).toEqual({
      kind: 'cells',
      outside: 0,
      cells: [
        { taskId: 1, agencyId: 1, role: 'lead' },
        { taskId: 2, agencyId: 1, role: 'co-responsible' },
      ],
    });
  });

  it('leaves out cells that hold the role already, and clears where it is empty', () => {
    expect(paste('●\t●\t', 1, 1)).toMatchObject({ cells: [{ agencyId: 1, role: 'lead' }] });
    expect(paste('', 1, 2)).toMatchObject({ cells: [{ taskId: 1, agencyId: 2, role: null }] });
  });

  it('counts what lies outside of the matrix', () => {
    expect(paste('1\t1\n1\t1', 3, 3)).toMatchObject({ outside: 3, cells: [{ taskId: 3, agencyId: 3 }] });
  });

  it('is refused as a whole for one text that names no role', () => {
    expect(paste('●\t下周\n○\t○', 1, 1)).toEqual({ kind: 'unknown', text: '下周' });
  });
});
