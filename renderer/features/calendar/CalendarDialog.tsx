import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CalendarYearView } from '#shared/contract/calendar.contract.ts';
import type { CalendarYear } from '#shared/domain/work-calendar.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { CalendarTable } from './CalendarTable.tsx';
import { faultIn, linesOf, yearOf } from './calendar-draft.ts';
import { readCalendarClipboard, readCalendarFile, resetYear, setYears } from './calendar-steps.ts';
import './calendar.css';

export type CalendarDialogProps = { readonly planYear: number };

type Drafts = Readonly<Record<number, Pick<CalendarYear, 'source'> & { readonly lines: ReturnType<typeof linesOf> }>>;

/** 工作日历: the days off and worked weekends of each year, to be looked at, changed, imported and pasted. */
export function CalendarDialog({ planYear }: CalendarDialogProps) {
  const answer = useQuery({ ...orpc.calendar.list.queryOptions({ input: {} }), staleTime: 0 });
  // Made anew with its fields: a dialog begins in its first one.
  if (answer.data) return <LoadedCalendar known={answer.data} planYear={planYear} />;
  return (
    <Modal title="工作日历" testId="calendar-dialog" onClose={closeDialog}>
      <p className="empty-note" role="status">
        {answer.isError ? toAppError(answer.error).message : '正在读取日历…'}
      </p>
    </Modal>
  );
}

function LoadedCalendar({ known, planYear }: CalendarDialogProps & { readonly known: readonly CalendarYearView[] }) {
  const [chosen, setChosen] = useState(planYear);
  const [drafts, setDrafts] = useState<Drafts>({});
  const years = [...new Set([...known.map(({ year }) => year), ...Object.keys(drafts).map(Number), planYear])].toSorted(
    (one, other) => other - one,
  );
  const stored = known.find(({ year }) => year === chosen);
  const draft = drafts[chosen];
  const lines = draft?.lines ?? (stored ? linesOf(stored) : []);
  const source = draft?.source ?? stored?.source ?? '';
  const edited = Object.keys(drafts).map(Number);
  const fault = faultIn(edited.flatMap((year) => drafts[year]?.lines ?? []));
  const take = (taken: readonly CalendarYear[] | null): void => {
    if (!taken || taken.length === 0) return;
    setDrafts({
      ...drafts,
      ...Object.fromEntries(taken.map((year) => [year.year, { source: year.source, lines: linesOf(year) }])),
    });
    setChosen(taken.at(-1)?.year ?? chosen);
  };
  const change = (next: typeof lines): void => {
    setDrafts({ ...drafts, [chosen]: { source: source || '自行录入', lines: next } });
  };
  const save = async (): Promise<void> => {
    const all = edited.flatMap((year) => {
      const each = drafts[year];
      return each ? [yearOf(year, each.source, each.lines)] : [];
    });
    if (await setYears(all)) setDrafts({});
  };
  return (
    <Modal
      title="工作日历"
      lead="节假日和调休上班日，一年一表。时限遇节假日顺延或提前时、按工作日计算期限时，都以此为准。"
      testId="calendar-dialog"
      hold={edited.length > 0}
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note calendar-fault">{fault}</span>
          <Button data-testid="calendar-file" onClick={() => void readCalendarFile().then(take)}>
            从文件导入…
          </Button>
          <Button data-testid="calendar-paste" onClick={() => void readCalendarClipboard().then(take)}>
            粘贴通知或表格
          </Button>
          <Button onClick={closeDialog}>{edited.length > 0 ? '放弃' : '关闭'}</Button>
          <Button
            tone="main"
            data-testid="calendar-save"
            disabled={edited.length === 0 || fault !== null}
            onClick={() => void save()}
          >
            {edited.length > 1 ? `保存 ${edited.length} 个年度` : '保存'}
          </Button>
        </>
      }
    >
      <div className="calendar">
        <ul className="calendar-years" aria-label="年度">
          <li>
            <button type="button" data-testid="calendar-add-year" onClick={() => setChosen(Math.max(...years) + 1)}>
              <Plus aria-hidden />
              下一年度
            </button>
          </li>
          {(years.includes(chosen) ? years : [chosen, ...years]).map((year) => (
            <li key={year}>
              <button
                type="button"
                aria-current={year === chosen || undefined}
                data-testid={`calendar-year-${year}`}
                onClick={() => setChosen(year)}
              >
                {`${year}年`}
                <small>{markOf(year, known, drafts)}</small>
              </button>
            </li>
          ))}
        </ul>
        <section aria-label={`${chosen}年`}>
          <header className="calendar-head">
            <span>{lines.length === 0 ? `没有${chosen}年的节假日安排，这一年只按周末推算。` : `依据：${source}`}</span>
            {stored?.own && stored.builtIn ? (
              <Button tone="quiet" data-testid="calendar-reset" onClick={() => void resetYear(chosen)}>
                恢复程序自带
              </Button>
            ) : null}
          </header>
          <CalendarTable year={chosen} lines={lines} onChange={change} />
        </section>
      </div>
    </Modal>
  );
}

function markOf(year: number, known: readonly CalendarYearView[], drafts: Drafts): string {
  if (drafts[year]) return '未保存';
  const stored = known.find((each) => each.year === year);
  if (!stored) return '未录入';
  return stored.own ? '自行录入' : '';
}
