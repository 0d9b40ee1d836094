import { memo, useMemo, useState } from 'react';
import type { DatedPeriod } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';
import type { PageAgency, PageEntry, TaskPage } from '#shared/domain/task-page.ts';
import { momentText, shortDateText } from '../../text/dates.ts';
import { goToCell } from './go-to-cell.ts';
import { ClampedText, PageLight, PageLink } from './PageParts.tsx';
import { openPage } from './page-desk.ts';

export type TaskTimelineProps = {
  readonly page: TaskPage;
  readonly currentPeriodId: DatedPeriod['id'];
  /** The period on show, which is marked. */
  readonly shownId: DatedPeriod['id'];
};

/** Periods drawn at first, and more with each wish: a task of many years and units is read year by year. */
const PERIODS_AT_FIRST = 12;
const PERIODS_MORE = 24;

/** All agencies of a task side by side, the newest period uppermost. A click on an entry goes to its cell. */
export function TaskTimeline({ page, currentPeriodId, shownId }: TaskTimelineProps) {
  const [drawn, setDrawn] = useState(PERIODS_AT_FIRST);
  const { periods, agencies, entries } = page;
  const byCell = useMemo(
    () => new Map(entries.map((entry) => [`${entry.agencyId}/${entry.periodId}`, entry])),
    [entries],
  );
  // Months that are still to come say nothing yet: they stand behind, and the one at work first.
  const { past, ahead } = useMemo(() => splitPeriods(periods, currentPeriodId), [periods, currentPeriodId]);
  const rows = past.slice(0, drawn);
  return (
    <section className="page-part" data-testid="task-timeline">
      <h3>
        各单位各期进展
        <small>
          {agencies.length} 个单位 · {periods.length} 期
        </small>
      </h3>
      <div className="timeline">
        <table className="timeline-table" style={{ minWidth: 92 + agencies.length * 232 }}>
          <thead>
            <tr>
              <th scope="col">报送期</th>
              {agencies.map((agency) => (
                <AgencyHead key={agency.agencyId} agency={agency} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((period) => (
              <TimelineRow key={period.id} page={page} period={period} byCell={byCell} shown={period.id === shownId} />
            ))}
          </tbody>
        </table>
        {rows.length < past.length ? (
          <button type="button" className="link-button timeline-more" onClick={() => setDrawn(drawn + PERIODS_MORE)}>
            显示更早的 {Math.min(PERIODS_MORE, past.length - rows.length)} 期（还有 {past.length - rows.length} 期）
          </button>
        ) : null}
      </div>
      {ahead.length > 0 ? (
        <p className="page-note">
          以后的 {ahead.length} 期：{ahead.map(({ label }) => periodTitle(label)).join('、')}
        </p>
      ) : null}
    </section>
  );
}

function splitPeriods(periods: readonly DatedPeriod[], currentId: DatedPeriod['id']) {
  const current = periods.find(({ id }) => id === currentId);
  if (!current) return { past: periods.toReversed(), ahead: [] };
  const past = periods.filter(({ startsOn }) => startsOn <= current.startsOn).toReversed();
  return { past, ahead: periods.filter(({ startsOn }) => startsOn > current.startsOn) };
}

function AgencyHead({ agency }: { readonly agency: PageAgency }) {
  const { agencyId, agency: name, role, through } = agency;
  return (
    <th scope="col">
      <span role="img" aria-label={role === null ? '已不承担' : ROLE_LABELS[role]}>
        {role === null ? '' : ROLE_MARKS[role]}
      </span>{' '}
      <PageLink onOpen={() => openPage({ kind: 'agency', agencyId })}>{name}</PageLink>
      <small>{role === null ? '已不承担' : through === null ? ROLE_LABELS[role] : `随${through}`}</small>
    </th>
  );
}

type TimelineRowProps = {
  readonly page: TaskPage;
  readonly period: DatedPeriod;
  readonly byCell: ReadonlyMap<string, PageEntry>;
  readonly shown: boolean;
};

const TimelineRow = memo(function TimelineRow({ page, period, byCell, shown }: TimelineRowProps) {
  return (
    <tr aria-current={shown || undefined}>
      <th scope="row">
        {periodTitle(period.label)}
        <small>{period.closedOn === null ? `${shortDateText(period.dueDay)}截止` : '已关闭'}</small>
      </th>
      {page.agencies.map(({ agencyId }) => {
        const entry = byCell.get(`${agencyId}/${period.id}`);
        return (
          <td key={agencyId}>
            {entry ? (
              <TimelineCell taskId={page.taskId} entry={entry} unitOf={page} />
            ) : (
              <span className="page-faint">—</span>
            )}
          </td>
        );
      })}
    </tr>
  );
});

type TimelineCellProps = {
  readonly taskId: TaskPage['taskId'];
  readonly entry: PageEntry;
  readonly unitOf: Pick<TaskPage, 'targets' | 'targetValues'>;
};

function TimelineCell({ taskId, entry, unitOf }: TimelineCellProps) {
  const { agencyId, periodId, light, word, colour, because, percent, narrative, problems, nextSteps } = entry;
  // Few tasks have values at all.
  const values = unitOf.targetValues.filter((value) => value.agencyId === agencyId && value.periodId === periodId);
  return (
    <div className="timeline-cell">
      <div className="timeline-head">
        <PageLight light={light} word={word} colour={colour} because={because} />
        {percent === null ? null : <b>{percent}%</b>}
        <span className="timeline-space" />
        <PageLink onOpen={() => goToCell({ taskId, agencyId, periodId })}>{entry.missing ? '去填写' : '转到'}</PageLink>
      </div>
      {entry.missing ? <p className="page-faint">{because}</p> : null}
      {narrative === '' ? null : <ClampedText text={narrative} />}
      {problems === '' ? null : <ClampedText text={`问题：${problems}`} lines={2} />}
      {nextSteps === '' ? null : <ClampedText text={`下步：${nextSteps}`} lines={2} />}
      {values.map(({ id, targetId, value, cumulative }) => {
        const target = unitOf.targets.find((each) => each.id === targetId);
        const parts = [
          ...(value === null ? [] : [`本期${value}${target?.unit ?? ''}`]),
          ...(cumulative === null ? [] : [`累计${cumulative}${target?.unit ?? ''}`]),
        ];
        return <p key={id}>{`${target?.name ?? '指标'}：${parts.join('，')}`}</p>;
      })}
      <Written entry={entry} />
    </div>
  );
}

function Written({ entry: { reporter, reportedOn, writtenAt, writtenBy } }: { readonly entry: PageEntry }) {
  const told = [reporter, reportedOn === null ? '' : `${shortDateText(reportedOn)}填报`].filter((word) => word !== '');
  if (writtenAt === null) return null;
  return (
    <p className="page-faint" title={`录入：${momentText(writtenAt)}${writtenBy ? ` · ${writtenBy}` : ''}`}>
      {told.length > 0 ? told.join(' · ') : `${momentText(writtenAt)} 录入`}
    </p>
  );
}
