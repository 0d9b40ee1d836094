import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatterView } from '#shared/domain/matter.ts';
import type { Role } from '#shared/domain/role.ts';
import type { MatterKind } from '#shared/domain/year-facts.ts';
import { dateText } from '../../text/dates.ts';
import { parseDateText } from '../../text/parse-date.ts';

/** A matter as it is typed. */
export type MatterForm = {
  readonly kind: MatterKind;
  readonly source: string;
  readonly aroseOn: string;
  readonly due: 'workdays' | 'day' | 'none';
  readonly workdays: string;
  readonly dueOn: string;
  readonly title: string;
  readonly content: string;
  readonly units: Readonly<Record<Role, readonly AgencyId[]>>;
};

/** 会议议定事项一般在 30 个工作日内办结 (layouts, E). */
const USUAL_WORKDAYS = '30';

export function formOf(matter: MatterView | null, today: string): MatterForm {
  const units = { lead: [], 'co-responsible': [], cooperating: [] };
  if (!matter) {
    const empty = { source: '', dueOn: '', title: '', content: '' };
    return { kind: 'meeting', aroseOn: dateText(today), due: 'workdays', workdays: USUAL_WORKDAYS, ...empty, units };
  }
  const { kind, source, aroseOn, workdays, dueOn, title, content } = matter;
  return {
    kind,
    source,
    aroseOn: dateText(aroseOn),
    due: workdays !== null ? 'workdays' : dueOn === null ? 'none' : 'day',
    workdays: workdays === null ? USUAL_WORKDAYS : String(workdays),
    dueOn: workdays === null ? dateText(dueOn ?? '') : '',
    title,
    content,
    units,
  };
}

/** What the form says, or what is wrong with it. */
export type ReadMatter =
  | { readonly wrong: string }
  | { readonly wrong: null; readonly matter: Omit<MatterView, 'taskId' | 'number' | 'calendarKnown' | 'roles'> };

export function readMatter(form: MatterForm, today: string): ReadMatter {
  const { kind, source, title, content, due } = form;
  const aroseOn = parseDateText(form.aroseOn, today);
  if (!aroseOn) return { wrong: '议定（批示）日期可填如 10月11日、2021年10月11日。' };
  if (content.trim() === '') return { wrong: '请写明要办的事项。' };
  const days = /^\d{1,3}$/u.test(form.workdays.normalize('NFKC').trim()) ? Number(form.workdays.normalize('NFKC')) : 0;
  if (due === 'workdays' && (days < 1 || days > 500)) return { wrong: '工作日数是 1 到 500 的整数。' };
  const named = due === 'day' ? parseDateText(form.dueOn, today) : null;
  if (due === 'day' && !named) return { wrong: '到期日可填如 11月30日、2021年11月30日。' };
  const words = { kind, source: source.trim(), aroseOn, title: title.trim(), content: content.trim() };
  return { wrong: null, matter: { ...words, workdays: due === 'workdays' ? days : null, dueOn: named ?? null } };
}
