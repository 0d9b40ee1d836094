import { periodTitle } from '#shared/domain/period.ts';
import { statusText } from '#shared/domain/status.ts';
import { chineseDate, planName } from '../layouts/table-words.ts';
import type { FormInput, FormPart, FormTarget, FormTaskRow } from './form-input.ts';

/** 8月31日 */
function monthDay(isoDate: string): string {
  const [, month = '', day = ''] = isoDate.split('-');
  return `${Number(month)}月${Number(day)}日`;
}

/** A figure of a target with its unit as it is written: 98%, 4 批次. */
export function figureWithUnit(value: number, unit: string): string {
  return /^[%％‰]/u.test(unit) ? `${value}${unit}` : `${value} ${unit}`.trim();
}

/** What a target wants: ≥65%, 50 批次. */
export function aimText({ comparator, value, unit }: Pick<FormTarget, 'comparator' | 'value' | 'unit'>): string {
  return `${comparator === '=' ? '' : comparator}${figureWithUnit(value, unit)}`;
}

/** The targets of a task with what was reported last, one below the other. */
export function targetsText({ targets }: FormTaskRow): string {
  const said = new Set<string>();
  return targets
    .map((target) => {
      const { last, soFar, unit, text } = target;
      const known = [
        ...(last === null ? [] : [`上期 ${figureWithUnit(last, unit)}`]),
        ...(soFar === null || soFar === last ? [] : [`累计 ${figureWithUnit(soFar, unit)}`]),
      ];
      // One sentence can give several targets; then it is said once, and each by its name.
      const words = said.has(text) ? target.name : text;
      said.add(text);
      return known.length === 0 ? words : `${words}（${known.join('，')}）`;
    })
    .join('\n');
}

/** 10月31日前：完成方案（已完成）; one that is overdue says so. */
export function milestonesText({ milestones }: FormTaskRow, { startsOn }: FormPart['period']): string {
  return milestones
    .map(({ title, plannedOn, doneOn }) => {
      const state = doneOn === null ? (plannedOn < startsOn ? '（逾期未完成）' : '') : '（已完成）';
      return `${monthDay(plannedOn)}前：${title}${state}`;
    })
    .join('\n');
}

/** What was reported for the period before, clearly as that: 〔2021年9月〕推进中，50%。已走访全部农户 */
export function lastText({ last }: FormTaskRow, lastLabel: string | null): string {
  if (lastLabel === null) return '';
  const when = `〔${periodTitle(lastLabel)}〕`;
  if (last === null) return `${when}未报`;
  const state = [statusText(last.status), last.percent === null ? '' : `${last.percent}%`].filter(
    (part) => part !== '',
  );
  const problems = last.problems === '' ? '' : `\n存在问题：${last.problems}`;
  return `${when}${state.join('，')}${state.length > 0 && last.narrative !== '' ? '。' : ''}${last.narrative}${problems}`;
}

export function formTitle({ plan, period }: FormPart): string {
  return `《${planName(plan.title)}》填报表（${periodTitle(period.label)}）`;
}

/** 填表说明, one line of it for each thing to know. */
export function helpText({ version, parts }: FormInput, { period }: FormPart, hasTargets: boolean): string {
  return [
    version > 1 ? `填表说明：本表为第${version}版，请以本版为准。` : '填表说明：',
    '只填浅黄色单元格，灰色为已锁定的内容，不要增删列或修改表头；进展状态从下拉列表中选择，完成比例填0%至100%。',
    '“还差”一列自动提示没有填好的内容，右上角显示“未填 0 处”即可发回；不涉及的任务只选“不涉及”。',
    hasTargets ? '有数的指标请在“量化指标”工作表中填本期值。' : '',
    parts.length > 1 ? `本表共 ${parts.length} 项工作安排，每项一张工作表，填报人和电话只填第一张。` : '',
    `请于${chineseDate(period.dueOn)}前填好，以 .xlsx 格式发回。`,
  ].join('');
}

/** 泽州县 of 泽州县人民政府办公室: what need not be said among the county's own. */
const PLACE = /^[\p{Script=Han}]{1,8}?[省市县区旗](?=人民政府|委)/u;

/** The plan in the name of a file or a sheet: 2021年食品安全重点工作安排. */
export function shortPlanName({ title, issuer }: Pick<FormPart['plan'], 'title' | 'issuer'>): string {
  const name = planName(title);
  const place = PLACE.exec(issuer)?.[0] ?? '';
  return place !== '' && name.startsWith(place) && name.length > place.length + 4 ? name.slice(place.length) : name;
}
