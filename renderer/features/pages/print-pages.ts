import type { AgencyPage, PageDuty } from '#shared/domain/agency-page.ts';
import type { LeaderPage } from '#shared/domain/leader-page.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { PrintColumn, PrintItem, PrintTable } from '#shared/domain/print-table.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { TaskPage } from '#shared/domain/task-page.ts';

const column = (head: string, width: number, align: PrintColumn['align'] = 'left'): PrintColumn => ({
  head,
  groups: [],
  width,
  align,
  verticalHead: false,
});

const row = (...cells: readonly string[]): PrintItem => ({ kind: 'row', cells: [...cells], joined: [], lights: [] });

function table(title: string, right: string, columns: readonly PrintColumn[], items: readonly PrintItem[]): PrintTable {
  return {
    title,
    unitLine: { left: '', right },
    columns: [...columns],
    repeated: 1,
    items: [...items],
    notes: [],
  };
}

/** The page of a task on paper: period by period, the newest first, each agency a line. */
export function taskPrint({ task, title, content, agencies, periods, entries }: TaskPage): PrintTable {
  const columns = [
    column('单位', 20),
    column('责任', 10, 'center'),
    column('亮灯', 12, 'center'),
    column('比例', 8, 'center'),
    column('进展情况', 50),
    column('存在问题', 28),
    column('下步措施', 28),
    column('填报', 14, 'center'),
  ];
  const items = periods.toReversed().flatMap((period): PrintItem[] => [
    { kind: 'section', text: periodTitle(period.label) },
    ...agencies.flatMap(({ agencyId, agency, role }): PrintItem[] => {
      const entry = entries.find((each) => each.agencyId === agencyId && each.periodId === period.id);
      if (!entry) return [];
      const { word, percent, narrative, problems, nextSteps, reportedOn } = entry;
      const share = percent === null ? '' : `${percent}%`;
      return [
        row(agency, role ? ROLE_LABELS[role] : '', word, share, narrative, problems, nextSteps, reportedOn ?? ''),
      ];
    }),
  ]);
  const printed = table(`第${task}项任务档案：${title}`, '', columns, items);
  return { ...printed, notes: [content] };
}

const DUTY_COLUMNS = [
  column('责任', 14, 'center'),
  column('亮灯', 14, 'center'),
  column('进展', 14, 'center'),
  column('时限', 14, 'center'),
  column('说明', 50),
];

const dutyCells = ({ role, word, status, percent, dueOn, because }: PageDuty): readonly string[] => [
  ROLE_LABELS[role],
  word,
  [status ? STATUS_LABELS[status] : '', percent === null ? '' : `${percent}%`].join(' ').trim(),
  dueOn,
  because,
];

/** The page of an agency on paper: its duties, then how it kept each period. */
export function agencyPrint({ agency, period, duties, periods, delayText, contacts }: AgencyPage): PrintTable {
  const [contact] = contacts;
  const items = [
    ...duties.map((duty) => row(`${duty.task}　${duty.title}`, ...dutyCells(duty))),
    { kind: 'section', text: '各期报送' } as const,
    ...periods.map(({ period: label, owed, reported, daysLate, open, dueOn }) =>
      row(
        periodTitle(label),
        `应报${owed}`,
        `已报${reported}`,
        daysLate > 0 ? `迟${daysLate}天` : '',
        dueOn,
        open ? '未报齐' : '',
      ),
    ),
  ];
  const printed = table(`${agency}责任档案`, periodTitle(period), [column('任务', 60), ...DUTY_COLUMNS], items);
  return { ...printed, notes: [delayText, ...(contact ? [`联络员：${contact.reporter} ${contact.phone}`] : [])] };
}

/** The page of a leader on paper: task by task, each agency a line. */
export function leaderPrint({ name, period, tasks }: LeaderPage): PrintTable {
  const items = tasks.flatMap(({ task, title, duties }): PrintItem[] => [
    { kind: 'section', text: `第${task}项　${title}` },
    ...duties.map((duty) => row(duty.agency, ...dutyCells(duty))),
  ]);
  return table(`${name}牵头和分管的任务`, periodTitle(period), [column('单位', 30), ...DUTY_COLUMNS], items);
}
