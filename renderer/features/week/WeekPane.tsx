import { Printer, X } from 'lucide-react';
import { useState } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import { choosePeriod } from '../../state/queries.ts';
import { showScreen } from '../../state/screen.ts';
import { shortDateText } from '../../text/dates.ts';
import { IconButton } from '../../ui/Button.tsx';
import { goToCell } from '../pages/go-to-cell.ts';
import { openPage } from '../pages/page-desk.ts';
import { recallChoices } from '../print/print-choices.ts';
import { printTable } from '../print/print-table.ts';
import { showReturn } from '../returns-review/review-desk.ts';
import { useWeek } from './use-week.ts';
import { type WeekGoal, type WeekPart, weekParts } from './week-lines.ts';
import { weekPrint } from './week-print.ts';
import { closeWeek, leaveWeek } from './week-state.ts';
import './week.css';

export type WeekPaneProps = {
  readonly overview: Overview;
  /** Over the screen in front, where there is no panel to stand in. */
  readonly floating: boolean;
};

/** 本周: what wants doing, each line a click to its place. */
export function WeekPane({ overview, floating }: WeekPaneProps) {
  const week = useWeek(overview.plan.id, true, true);
  const parts = week ? weekParts(week) : [];
  const close = () => closeWeek(overview.today);
  return (
    <aside
      className="week-pane"
      data-floating={floating || undefined}
      data-testid="week-pane"
      aria-label="本周"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className="week-head">
        <h2>
          本周
          <small>{week ? `${shortDateText(week.weekStartsOn)}～${shortDateText(week.weekEndsOn)}` : ''}</small>
        </h2>
        <IconButton
          label="打印本周"
          icon={<Printer />}
          disabled={!week}
          onClick={() => {
            const { paper, orientation, fit, ink } = recallChoices();
            if (week) void printTable({ tables: [weekPrint(week)], setup: { paper, orientation, fit, ink } });
          }}
        />
        <IconButton label="收起本周，明天再显示" icon={<X />} data-testid="week-close" onClick={close} />
      </header>
      <div className="week-body">
        {parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
        {week && parts.length === 0 ? <p className="empty-note">本周没有要办的事。</p> : null}
        {week ? null : <p className="empty-note">正在读取…</p>}
      </div>
    </aside>
  );
}

/** Lines shown before the clerk asks for the rest. */
const LINES_AT_FIRST = 6;

function Part({ part }: { readonly part: WeekPart }) {
  const [all, setAll] = useState(false);
  const { name, title, lines, urgent } = part;
  const shown = all ? lines : lines.slice(0, LINES_AT_FIRST);
  return (
    <section className="week-part" data-testid={`week-${name}`}>
      <h3 data-urgent={urgent || undefined}>
        {title}
        <b>{lines.length}</b>
      </h3>
      <ul>
        {shown.map(({ key, who, what, why, goal }) => (
          <li key={key}>
            <button
              type="button"
              className="week-line"
              title={why}
              disabled={goal === null}
              onClick={() => goal && go(goal)}
            >
              <span className="week-who">{who}</span>
              <span className="week-what">{what}</span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length > LINES_AT_FIRST ? (
        <button type="button" className="link-button week-more" onClick={() => setAll(!all)}>
          {all ? '收起' : `全部 ${lines.length} 条`}
        </button>
      ) : null}
    </section>
  );
}

function go(goal: WeekGoal): void {
  switch (goal.kind) {
    case 'cell':
      goToCell(goal);
      break;
    case 'agency':
      openPage({ kind: 'agency', agencyId: goal.agencyId });
      break;
    case 'return':
      showReturn(goal.returnId);
      break;
    case 'period':
      choosePeriod(goal.periodId);
      showScreen('ledger');
      break;
  }
  leaveWeek();
}
