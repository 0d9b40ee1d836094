import type { PageDuty } from '#shared/domain/agency-page.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import { shortDateText } from '../../text/dates.ts';
import { goToCell } from './go-to-cell.ts';
import { PageLight, PageLink } from './PageParts.tsx';
import { openPage } from './page-desk.ts';

export type PageDutyTableProps = {
  readonly duties: readonly PageDuty[];
  /** Whose name stands in the first column. */
  readonly by: 'task' | 'agency';
};

/** Duties with how they stand; the names open pages, a line goes to its cell. */
export function PageDutyTable({ duties, by }: PageDutyTableProps) {
  return (
    <table className="table page-table page-duties">
      <colgroup>
        <col />
        <col className="col-role" />
        <col className="col-light" />
        <col className="col-progress" />
        <col className="col-due" />
        <col />
      </colgroup>
      <thead>
        <tr>
          {[by === 'task' ? '任务' : '单位', '责任', '亮灯', '进展', '时限', '说明'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <DutyLine key={`${duty.taskId}/${duty.agencyId}`} duty={duty} by={by} />
        ))}
      </tbody>
    </table>
  );
}

function DutyLine({ duty, by }: { readonly duty: PageDuty; readonly by: PageDutyTableProps['by'] }) {
  const { taskId, agencyId, task, title, agency, role, through, periodId } = duty;
  const go = () => goToCell({ taskId, agencyId, periodId });
  return (
    <tr className="page-line" title="点击转到这一格" onClick={go}>
      <td>
        {by === 'task' ? (
          <PageLink onOpen={() => openPage({ kind: 'task', taskId })}>
            {task}　{title}
          </PageLink>
        ) : (
          <PageLink onOpen={() => openPage({ kind: 'agency', agencyId })}>{agency}</PageLink>
        )}
      </td>
      <td className="page-narrow">
        {ROLE_MARKS[role]} {ROLE_LABELS[role]}
        {through === null ? '' : `（随${through}）`}
      </td>
      <td className="page-narrow">
        <PageLight light={duty.light} word={duty.word} colour={duty.colour} because={duty.because} />
      </td>
      <td className="page-narrow">
        {[duty.status ? STATUS_LABELS[duty.status] : '', duty.percent === null ? '' : `${duty.percent}%`].join(' ')}
      </td>
      <td className="page-narrow">{shortDateText(duty.dueOn)}</td>
      <td>{duty.because}</td>
    </tr>
  );
}
