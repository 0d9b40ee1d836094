import ExcelJS from 'exceljs';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import { statusText } from '#shared/domain/status.ts';
import { buildLedger, type LedgerInput } from '#tests/helpers/described-tables.ts';
import { type Figure, figure } from './figure.ts';
import { median, timed } from './stats.ts';

const ROWS = 5000;
const AGENCIES_PER_TASK = 5;
const RUNS = 7;

/** A ledger of 5,000 rows against raw exceljs writing the same cells with borders, fonts, wraps and merges. */
export async function benchLedgerExport(): Promise<readonly Figure[]> {
  const input = aLedger();
  const ours: number[] = [];
  const peer: number[] = [];
  // The first run of each loads modules and warms the compiler; it is not counted.
  for (let run = 0; run <= RUNS; run++) {
    const rawMs = await timed(() => writeRaw(input));
    const oursMs = await timed(() => buildLedger(input));
    if (run === 0) continue;
    peer.push(rawMs);
    ours.push(oursMs);
  }
  return [
    figure({
      name: `ledger of ${ROWS} rows`,
      unit: 'ms',
      ours: median(ours),
      peer: median(peer),
      against: 'raw exceljs, same cells, styles and merges',
      atMost: 1.3,
      note: `median of ${RUNS}, interleaved`,
    }),
  ];
}

function aLedger(): LedgerInput {
  const tasks = Array.from({ length: ROWS / AGENCIES_PER_TASK }, (_, task) => ({
    section: { ordinal: 1 + Math.floor(task / 100), title: '强化突出问题整顿治理' },
    number: task + 1,
    text: `第 ${task + 1} 项任务：持续开展食品安全隐患排查整治`,
    entries: Array.from({ length: AGENCIES_PER_TASK }, (__, agency) => ({
      agencyName: `县测试${agency + 1}管理局`,
      role: agency === 0 ? ('lead' as const) : ('co-responsible' as const),
      progress: {
        status: 'in-progress' as const,
        percent: (task * 7 + agency) % 100,
        narrative: `已完成排查 ${task} 户，整改问题 ${agency} 个，正在推进第二轮检查。`,
        problems: '',
        nextSteps: '继续推进。',
        reportedOn: '2021-10-15',
        reporter: '',
        origin: 'manual' as const,
      },
      light: { word: '推进中', colour: 'blue' as const },
    })),
  }));
  const plan = { title: '测试县2021年工作安排', documentNumber: '测政办发〔2021〕1号', issuer: '测试县人民政府办公室' };
  return { plan, date: '2021-10-31', periodTitle: '2021年10月', tasks };
}

/** What a plain script would do: the same values and looks, straight into exceljs. */
async function writeRaw(input: LedgerInput): Promise<unknown> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('进展台账');
  const edge = { style: 'thin' } as const;
  // One shared style object: the quickest way exceljs has; a fresh object per cell takes twice as long.
  const look = {
    font: { name: '宋体', size: 10.5 },
    alignment: { vertical: 'middle', horizontal: 'left', wrapText: true } as const,
    border: { top: edge, left: edge, bottom: edge, right: edge },
  };
  sheet.columns = Array.from({ length: 11 }, () => ({ width: 15 }));
  sheet.addRow([`${input.plan.title}进展台账`]);
  sheet.addRow(['序号', '工作任务', '单位', '责任', '状态', '比例', '进展', '问题', '措施', '日期', '亮灯']);
  for (const task of input.tasks) {
    const top = sheet.rowCount + 1;
    for (const { agencyName, role, progress, light } of task.entries) {
      const row = sheet.addRow([
        task.number,
        task.text,
        agencyName,
        ROLE_LABELS[role],
        statusText(progress?.status ?? null),
        (progress?.percent ?? 0) / 100,
        progress?.narrative,
        progress?.problems,
        progress?.nextSteps,
        new Date(`${progress?.reportedOn}T00:00:00Z`),
        light.word,
      ]);
      row.height = 40;
      row.eachCell({ includeEmpty: true }, (cell) => {
        cell.style = look;
      });
    }
    sheet.mergeCells(top, 1, sheet.rowCount, 1);
    sheet.mergeCells(top, 2, sheet.rowCount, 2);
  }
  return book.xlsx.writeBuffer();
}
