import { LEDGER } from '#backend/excel/layouts/built-in/ledger.ts';
import type { DescribedLayout, EntryRow } from '#backend/excel/layouts/records.ts';

/** Agencies of each task. */
const AGENCIES = 5;
/** Tasks of each section. */
const TASKS_PER_SECTION = 100;

/** One line of the great ledger, as plain values: what any other writer is to write as well. */
export type LedgerLine = {
  readonly task: number;
  readonly agency: number;
  readonly title: string;
  readonly percent: number;
  readonly narrative: string;
  readonly nextSteps: string;
  readonly reportedOn: string;
};

export const agencyNameOf = (agency: number): string => `县测试${agency + 1}管理局`;

/** Made one by one, so that a writer's memory is its own. @param rows a multiple of five */
export function* ledgerLines(rows: number): Generator<LedgerLine> {
  for (let row = 0; row < rows; row++) {
    const task = Math.floor(row / AGENCIES);
    const agency = row % AGENCIES;
    yield {
      task,
      agency,
      title: `第 ${task + 1} 项任务：持续开展食品安全隐患排查整治`,
      percent: (task * 7 + agency) % 100,
      narrative: `已完成排查 ${task} 户，整改问题 ${agency} 个，正在推进第二轮检查。`,
      nextSteps: '继续推进。',
      reportedOn: '2021-10-15',
    };
  }
}

function entryRow({ task, agency, percent, narrative, nextSteps, reportedOn }: LedgerLine): EntryRow {
  return {
    task,
    agency,
    role: agency === 0 ? 'lead' : 'co-responsible',
    through: '',
    told: {
      status: 'in-progress',
      percent,
      narrative,
      problems: '',
      nextSteps,
      reportedOn,
      reporter: '',
    },
    targetValues: '',
    last: null,
    dueOn: '2021-10-15',
    light: { word: '推进中', colour: 'blue' },
    lightReason: '',
    verification: '',
    evidence: 0,
  };
}

/** 进展情况台账 of so many rows as it is handed to the outlet: `outlet.save({ kind: 'tables', tables: [greatLedger(50_000)] }, file)`. */
export function greatLedger(rows: number): DescribedLayout<'entry'> {
  const tasks = Array.from({ length: rows / AGENCIES }, (_, task) => ({
    section: { ordinal: 1 + Math.floor(task / TASKS_PER_SECTION), title: '强化突出问题整顿治理' },
    number: task + 1,
    title: `第 ${task + 1} 项任务：持续开展食品安全隐患排查整治`,
    content: '',
    targets: '',
    due: '',
    units: { lead: [], 'co-responsible': [], cooperating: [] },
    leadLeader: '',
    leaderInCharge: '',
    personInCharge: '',
  }));
  function* entries(): Generator<EntryRow> {
    for (const line of ledgerLines(rows)) yield entryRow(line);
  }
  return {
    layout: 'layout',
    kind: 'entry',
    input: {
      def: LEDGER,
      words: {
        计划名称: '测试县2021年工作安排',
        期: '2021年10月',
        填报单位: '测试县人民政府办公室',
        填报日期: '2021年10月31日',
      },
      sheetName: '进展台账',
      tasks,
      agencies: [],
      agencyColumns: [],
      stretches: [],
      filled: [],
    },
    rows: entries(),
  };
}
