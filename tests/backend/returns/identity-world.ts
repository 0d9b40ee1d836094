import { prepareIdentify } from '#backend/returns/identity/identify.ts';
import type { IdentityGround } from '#backend/returns/identity/identity-ground.ts';
import type { ParsedTable, ReturnedRow, SaidOfTable } from '#backend/returns/parsed-return.ts';
import type { FormIds } from '#backend/sheets/form-format.ts';
import { AgencyIdSchema, FormIdSchema, PeriodIdSchema, PlanIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { periodsOf } from '#shared/domain/period.ts';

/** A data file with one plan of 2021, three bureaus with two tasks each, and the forms of September and October. */
const PLAN = PlanIdSchema.parse(1);
const PLAN_TITLE = '泽州县人民政府办公室关于印发泽州县2021年食品安全重点工作安排的通知';
const DOCUMENT_NUMBER = '泽政办发〔2021〕31号';
export const SHORT_TITLE = '泽州县2021年食品安全重点工作安排';

export const [FARMS, WOODS, MARKET] = [1, 2, 3].map((id) => AgencyIdSchema.parse(id)) as [
  ReturnType<typeof AgencyIdSchema.parse>,
  ReturnType<typeof AgencyIdSchema.parse>,
  ReturnType<typeof AgencyIdSchema.parse>,
];
const NAMES = ['县农业农村局', '县林业局', '县市场监督管理局'];

export const month = (number: number) => PeriodIdSchema.parse(number);
export const form = (agency: number, ofMonth: number) => FormIdSchema.parse(ofMonth * 10 + agency);

const TASKS = [
  ['加强耕地土壤污染防治工作', 1],
  ['开展农产品质量安全监测', 1],
  ['开展食用林产品质量监测', 2],
  ['加强林产品产地环境管理', 2],
  ['推进校园食品安全守护行动', 3],
  ['开展餐饮质量安全提升行动', 3],
] as const;

export const TASKS_OF = (agency: number): readonly string[] =>
  TASKS.filter(([, owner]) => owner === agency).map(([content]) => content);

export const GROUND: IdentityGround = {
  openPlanId: PLAN,
  plans: [
    {
      id: PLAN,
      title: PLAN_TITLE,
      documentNumber: DOCUMENT_NUMBER,
      year: 2021,
      issuer: '泽州县人民政府办公室',
      formerHeads: [],
    },
  ],
  agencies: NAMES.map((name, index) => ({
    id: AgencyIdSchema.parse(index + 1),
    name,
    shortName: name.slice(1),
    aliases: index === 2 ? ['县市监局'] : [],
    formerNames: index === 1 ? ['县林业和草原局'] : [],
  })),
  periods: periodsOf(2021, 'month', 15).map((period, index) => ({
    ...period,
    id: month(index + 1),
    planId: PLAN,
    onHoliday: 'stays',
    closedOn: null,
  })),
  forms: [9, 10].flatMap((ofMonth) =>
    [1, 2, 3].map((agency) => ({
      id: form(agency, ofMonth),
      planId: PLAN,
      agencyId: AgencyIdSchema.parse(agency),
      periodId: month(ofMonth),
      returned: ofMonth === 9,
    })),
  ),
  tasks: TASKS.map(([content], index) => ({
    taskId: TaskIdSchema.parse(index + 1),
    planId: PLAN,
    number: index + 1,
    title: content,
    content,
  })),
  owed: TASKS.map(([, agency], index) => ({
    taskId: TaskIdSchema.parse(index + 1),
    agencyId: AgencyIdSchema.parse(agency),
  })),
  today: '2021-10-20',
};

export function idsOf(agency: number, ofMonth: number): FormIds {
  return {
    version: 1,
    planId: PLAN,
    planTitle: PLAN_TITLE,
    documentNumber: DOCUMENT_NUMBER,
    agencyId: AgencyIdSchema.parse(agency),
    agencyName: NAMES[agency - 1] ?? '',
    periodId: month(ofMonth),
    periodLabel: `2021-${String(ofMonth).padStart(2, '0')}`,
    periodEndsOn: '2021-10-31',
    formId: form(agency, ofMonth),
    sheet: '',
  };
}

export type Said = {
  readonly ids?: FormIds | null;
  readonly unit?: string;
  readonly title?: string;
  readonly help?: string;
  readonly sheet?: string;
  readonly file?: string;
  readonly plan?: string;
  readonly rows?: readonly string[];
  readonly kind?: ParsedTable['kind'];
};

const QUARTER = /(\d{4})年第(\d)季度/u;
const MONTH = /(?:(\d{4})年)?(\d{1,2})月/u;

function monthsIn(source: SaidOfTable['periods'][number]['source'], says = ''): SaidOfTable['periods'] {
  const quarter = QUARTER.exec(says);
  if (quarter) return [{ source, says, year: Number(quarter[1]), month: Number(quarter[2]) * 3 }];
  const found = MONTH.exec(says);
  return found ? [{ source, says, year: found[1] ? Number(found[1]) : null, month: Number(found[2]) }] : [];
}

export function aRowOf(taskText: string, index = 0): ReturnedRow {
  return {
    rowNumber: index + 5,
    taskId: null,
    number: String(index + 1),
    taskText,
    agencyText: '',
    fields: {},
    base: null,
    doubt: '',
  };
}

export function aTable(said: Said): ParsedTable {
  const units = (['unit-line', 'sheet-name', 'file-name'] as const).flatMap((source) => {
    const says = { 'unit-line': said.unit, 'sheet-name': said.sheet, 'file-name': said.file }[source];
    return says === undefined ? [] : [{ source, says }];
  });
  return {
    sheet: said.sheet ?? '填报表',
    hidden: false,
    kind: said.kind ?? 'form',
    ids: said.ids ?? null,
    said: {
      units,
      periods: [
        ...monthsIn('title', said.title),
        ...monthsIn('help', said.help),
        ...monthsIn('sheet-name', said.sheet),
        ...monthsIn('file-name', said.file),
      ],
      planTitle: said.plan ?? '',
      reporter: '',
      phone: '',
    },
    firstHeadRow: 4,
    lastHeadRow: 4,
    columns: [],
    shape: '',
    rows: (said.rows ?? TASKS_OF(1)).map(aRowOf),
    doubts: [],
    notes: [],
  };
}

export function identifyIn(ground: Partial<IdentityGround>, said: Said) {
  return prepareIdentify({ ...GROUND, ...ground })(aTable(said), said.file ?? '回收.xlsx');
}
