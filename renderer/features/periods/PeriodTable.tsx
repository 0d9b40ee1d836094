import type { PeriodId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { PeriodStanding } from '#shared/domain/period-standing.ts';
import { dateText, shortDateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import type { PeriodQuestion } from './period-question.ts';

export type PeriodTableProps = {
  readonly periods: readonly PeriodStanding[];
  readonly overview: Overview;
  readonly shownId: PeriodId;
  readonly onAsk: (question: PeriodQuestion) => void;
};

/** Periods of one kind, a line for each, with what can be done with it. */
export function PeriodTable({ periods, overview, shownId, onAsk }: PeriodTableProps) {
  return (
    <table className="table period-table">
      <thead>
        <tr>
          <th>期</th>
          <th>起止</th>
          <th>报送时限</th>
          <th className="number">已报 / 应报</th>
          <th>状态</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.id} data-testid={`period-${period.label}`} aria-current={period.id === shownId || undefined}>
            <td>
              {periodTitle(period.label)}
              {period.id === overview.currentPeriodId ? <small>（当期）</small> : null}
            </td>
            <td>{`${shortDateText(period.startsOn)}—${shortDateText(period.endsOn)}`}</td>
            <td title={dueHint(period)}>
              {shortDateText(period.dueDay)}
              {period.isDueUnsure ? <small className="due-unsure">节假日未知</small> : null}
              {!period.isDueUnsure && period.dueDay !== period.dueOn ? (
                <small>{`（原${shortDateText(period.dueOn)}）`}</small>
              ) : null}
            </td>
            <td className="number">{`${period.reported} / ${period.owed}`}</td>
            <td className={period.closedOn === null ? 'period-state' : 'period-state period-closed'}>
              {period.closedOn === null ? '未关闭' : `已关闭（${dateText(period.closedOn)}）`}
            </td>
            <td className="period-act">
              {period.closedOn === null ? (
                <>
                  <Button
                    tone="quiet"
                    data-testid={`period-due-${period.label}`}
                    onClick={() => onAsk({ kind: 'due', period })}
                  >
                    改时限…
                  </Button>
                  <Button
                    tone="quiet"
                    disabled={period === periods[0]}
                    data-testid={`period-carry-${period.label}`}
                    onClick={() => onAsk({ kind: 'carry', into: period })}
                  >
                    沿用上期…
                  </Button>
                </>
              ) : null}
              <Button
                data-testid={`period-act-${period.label}`}
                onClick={() => onAsk({ kind: period.closedOn === null ? 'close' : 'reopen', period })}
              >
                {period.closedOn === null ? '关闭本期…' : '重新打开…'}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dueHint({ dueOn, dueDay, isDueUnsure }: PeriodStanding): string {
  if (isDueUnsure) return `${dueDay.slice(0, 4)}年的节假日安排还没有录入，只按周末推算；可在“数据 › 工作日历”中录入`;
  return dueDay === dueOn ? dateText(dueDay) : `设定为${dateText(dueOn)}，遇休息日调整到${dateText(dueDay)}`;
}
