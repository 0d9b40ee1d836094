import { createPlan } from '#db/commands/create-plan.commands.ts';
import { createDataFile } from '#db/open.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import { periodsOf } from '#shared/domain/period.ts';
import type { PlanReading, ReadRole, ReadTask } from '#shared/domain/plan-reading.ts';
import type { Role } from '#shared/domain/role.ts';

export type PlanSize = { readonly tasks: number; readonly agencies: number };

const TASKS_PER_SECTION = 40;
/** Agencies that owe a task: one leads, the others share or help, as in the plans of the corpus. */
const ROLES_PER_TASK = 8;
/** Every fifth task has a measured aim, every fiftieth is reported on every month. */
const TASKS_PER_TARGET = 5;
const TASKS_PER_DUTY = 50;
const YEAR = 2021;
const SPAN = { start: 0, end: 1 };

/**
 * Writes a data file with a made-up plan of any size, through the same command as every plan: titles and names of
 * usual lengths, eight roles a task spread over all agencies, sections of forty tasks.
 *
 * @param file a path where nothing is yet
 */
export function writeBigPlan(file: string, size: PlanSize): void {
  const agencies = Array.from({ length: size.agencies }, (_, index) => ({
    name: agencyName(index),
    shortName: `第${index + 1}局`,
    kind: AGENCY_KINDS[Math.floor((index * AGENCY_KINDS.length) / size.agencies)] ?? 'government',
    aliases: [],
    members: [],
    pinyin: `xd${index + 1}gzj`,
  }));
  const source = { name: '大计划.txt', text: '原文', sha256: '0'.repeat(64) };
  createDataFile(file, (db) => {
    createPlan(
      db,
      { reading: aBigReading(size), source, agencies, periods: periodsOf(YEAR, 'month', 15) },
      { at: `${YEAR}-01-05T09:00:00.000Z`, client: 'window', manner: 'document' },
    );
  });
}

function agencyName(index: number): string {
  return `县第${index + 1}工作局`;
}

function aBigReading({ tasks, agencies }: PlanSize): PlanReading {
  const sections = Math.ceil(tasks / TASKS_PER_SECTION);
  return {
    title: `大县${YEAR}年重点工作安排`,
    documentNumber: `大政办发〔${YEAR}〕1号`,
    issuer: '大县人民政府办公室',
    issuedOn: `${YEAR}-01-05`,
    year: YEAR,
    sections: Array.from({ length: sections }, (_, index) => ({
      ordinal: index + 1,
      title: `强化第${index + 1}方面重点工作`,
      span: SPAN,
    })),
    tasks: Array.from({ length: tasks }, (_, index) => aTask(index, agencies)),
    rules: [],
    repairs: [],
    warnings: [],
  };
}

function aTask(index: number, agencies: number): ReadTask {
  const roles = Array.from({ length: Math.min(ROLES_PER_TASK, agencies) }, (_, nth): ReadRole => {
    // Steps of a prime spread the roles over all columns without naming an agency twice.
    const agency = agencyName((index * 7 + nth * 13) % agencies);
    return { agency, role: roleOf(nth), span: SPAN };
  });
  const named = new Map(roles.map((role) => [role.agency, role]));
  return {
    number: index + 1,
    section: Math.floor(index / TASKS_PER_SECTION) + 1,
    title: `持续开展第${index + 1}类重点领域隐患排查整治工作`,
    content: `持续开展第${index + 1}类重点领域隐患排查整治工作，建立台账，逐项销号，每月不少于一次督导检查，年底前全面完成整改任务。`,
    responsibilities: [{ text: [...named.keys()].join('、'), roles: [...named.values()], scope: '', span: SPAN }],
    targets:
      index % TASKS_PER_TARGET === 0
        ? [{ name: '督导检查', comparator: '≥', value: 12, unit: '次', text: '每月不少于一次督导检查', span: SPAN }]
        : [],
    dues: index % TASKS_PER_DUTY === 0 ? [{ kind: 'monthly', text: '每月15日前', day: 15, count: 1, span: SPAN }] : [],
    span: SPAN,
  };
}

function roleOf(nth: number): Role {
  if (nth === 0) return 'lead';
  return nth < 5 ? 'co-responsible' : 'cooperating';
}
