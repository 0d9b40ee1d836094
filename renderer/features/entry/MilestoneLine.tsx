import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { milestoneStanding } from '#shared/domain/milestone-state.ts';
import type { MilestoneRow } from '#shared/domain/year-facts.ts';
import { client } from '../../bridge/client.ts';
import { runStep } from '../../state/run-step.ts';
import { shortDateText } from '../../text/dates.ts';

export type MilestoneLineProps = {
  readonly taskId: TaskId;
  readonly milestones: readonly MilestoneRow[];
  readonly names: ReadonlyMap<AgencyId, string>;
  readonly year: number;
  /** ISO date. */
  readonly today: string;
};

const WIDTH = 320;
const EDGE = 8;
const Y = 10;

/** The milestones of a task along its year, and below it each with a tick for reached. */
export function MilestoneLine({ taskId, milestones, names, year, today }: MilestoneLineProps) {
  const place = (day: string): number => {
    const share = differenceInCalendarDays(day, `${year}-01-01`) / 365;
    return EDGE + Math.min(1, Math.max(0, share)) * (WIDTH - 2 * EDGE);
  };
  const reach = (row: MilestoneRow): void => {
    const doneOn = row.doneOn === null ? today : null;
    const edits = milestones.map(({ taskId: _, position: __, ...each }) =>
      each.id === row.id ? { ...each, doneOn } : each,
    );
    void runStep(() => client.milestone.setOfTask({ taskId, milestones: edits }));
  };
  return (
    <>
      <svg className="milestone-strip" viewBox={`0 0 ${WIDTH} 30`} aria-hidden="true">
        <line className="strip-line" x1={EDGE} x2={WIDTH - EDGE} y1={Y} y2={Y} />
        <line className="strip-gone" x1={EDGE} x2={place(today)} y1={Y} y2={Y} />
        {[3, 6, 9, 12].map((month) => (
          <text key={month} x={place(`${year}-${String(month).padStart(2, '0')}-28`)} y={27}>{`${month}月`}</text>
        ))}
        {milestones.map((row) => (
          <circle
            key={row.id}
            className={`is-${milestoneStanding(row, today).state}`}
            cx={place(row.plannedOn)}
            cy={Y}
            r={4.5}
          >
            <title>{`${shortDateText(row.plannedOn)} ${row.title}`}</title>
          </circle>
        ))}
      </svg>
      <ul className="planned-list" data-testid="milestones">
        {milestones.map((row) => {
          const { state, words } = milestoneStanding(row, today);
          const agency = row.agencyId === null ? '' : `（${names.get(row.agencyId) ?? ''}）`;
          return (
            <li key={row.id} title={row.note}>
              <label>
                <input
                  type="checkbox"
                  title={row.doneOn === null ? '今天完成' : '改回未完成'}
                  checked={row.doneOn !== null}
                  onChange={() => reach(row)}
                />
                <span>
                  {row.title}
                  {agency}
                  <small>
                    {inYear(row.plannedOn, year)}
                    {row.doneOn === null ? '' : ` → ${inYear(row.doneOn, year)}`}
                  </small>
                </span>
              </label>
              <small className={`planned-words is-${state}`}>{words}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A day of the plan's year without its year. */
function inYear(day: string, year: number): string {
  return day.startsWith(`${year}-`) ? shortDateText(day) : day;
}
