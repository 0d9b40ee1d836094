import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, memo, useDeferredValue, useMemo } from 'react';
import type { ReturnId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import {
  RETURN_STATE_LABELS,
  type ReturnFileReview,
  type ReturnState,
  type ReturnSummary,
} from '#shared/domain/return-review.ts';
import { type ListGoal, VirtualList } from '../../ui/VirtualList.tsx';
import '../../ui/field.css';
import { focusItems } from './focus-parts.ts';
import {
  endKept,
  FILTERED_FROM,
  inListOrder,
  listLines,
  RETURN_FILTER_ID,
  returnName,
  versionWords,
} from './list-lines.ts';
import { NO_DECISIONS, strayRows, tally } from './review-choices.ts';
import { chooseReturn, foldState, setReturnFilter, useReviewDesk } from './review-desk.ts';
import './return-list.css';

export type ReturnListProps = {
  readonly list: readonly ReturnSummary[];
  readonly files: ReadonlyMap<ReturnId, ReturnFileReview>;
};

/** Heights in px of the two kinds of lines. */
const GROUP_PX = 28;
const FILE_PX = 52;

/** The returns by state. Arrows choose one, Enter goes to what it brings. */
export function ReturnList({ list, files }: ReturnListProps) {
  const filter = useReviewDesk((state) => state.filter);
  const folded = useReviewDesk((state) => state.folded);
  const chosen = useReviewDesk((state) => state.returnId);
  const words = useDeferredValue(filter);
  const lines = useMemo(() => listLines(list, files, folded, words), [list, files, folded, words]);
  const at = lines.findIndex((line) => line.kind === 'file' && line.summary.returnId === chosen);
  const goal = useMemo((): ListGoal | null => (at < 0 ? null : { index: at, align: 'auto' }), [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'ArrowRight') {
      event.preventDefault();
      focusItems();
      return;
    }
    const next = moved(event, lines, list, chosen);
    if (next === undefined) return;
    event.preventDefault();
    chooseReturn(next);
  };
  return (
    <div className="return-list">
      {list.length >= FILTERED_FROM ? (
        <input
          id={RETURN_FILTER_ID}
          className="input return-filter"
          data-testid={RETURN_FILTER_ID}
          aria-label="筛选回收表"
          placeholder="筛选单位、文件、月份"
          spellCheck={false}
          value={filter}
          onChange={(event) => setReturnFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) setReturnFilter('');
          }}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the focus, its keys come here */}
      <div className="return-list-body" onKeyDown={onKeyDown}>
        {lines.length === 0 ? <p className="empty-note">没有符合的回收表。</p> : null}
        <VirtualList
          label="回收表，按状态"
          testId="return-list"
          className="returns-keys"
          count={lines.length}
          goal={goal}
          estimate={(index) => (lines[index]?.kind === 'group' ? GROUP_PX : FILE_PX)}
          keyOf={(index) => {
            const line = lines[index];
            return line?.kind === 'file' ? line.summary.returnId : (line?.state ?? index);
          }}
          render={(index) => {
            const line = lines[index];
            if (line?.kind === 'group') return <GroupLine {...line} />;
            return line ? <FileLine {...line} isChosen={line.summary.returnId === chosen} /> : null;
          }}
        />
      </div>
    </div>
  );
}

/** Where a key leads in the list; `undefined`: it leads nowhere. Folded returns are passed over. */
function moved(
  { key }: KeyboardEvent,
  lines: ReturnType<typeof listLines>,
  list: readonly ReturnSummary[],
  chosen: ReturnId | null,
): ReturnId | undefined {
  const shown = lines.flatMap((line) => (line.kind === 'file' ? line.summary.returnId : []));
  const at = chosen === null ? -1 : shown.indexOf(chosen);
  switch (key) {
    case 'ArrowDown':
      return shown[at + 1] ?? (at < 0 ? inListOrder(list)[0]?.returnId : undefined);
    case 'ArrowUp':
      return at > 0 ? shown[at - 1] : undefined;
    case 'Home':
      return shown[0];
    case 'End':
      return shown.at(-1);
    default:
      return undefined;
  }
}

const GROUP_WORDS: Readonly<Record<ReturnState, string>> = {
  ...RETURN_STATE_LABELS,
  received: '收到·待辨认',
  refused: '已拒收·未能读取',
};

type GroupLineProps = { readonly state: ReturnState; readonly count: number; readonly isFolded: boolean };

function GroupLine({ state, count, isFolded }: GroupLineProps) {
  return (
    <button
      type="button"
      className="return-group"
      tabIndex={-1}
      data-testid={`returns-${state}`}
      aria-expanded={!isFolded}
      onClick={() => foldState(state)}
    >
      {isFolded ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
      {GROUP_WORDS[state]}
      <small>{count}</small>
    </button>
  );
}

type FileLineProps = {
  readonly summary: ReturnSummary;
  readonly file: ReturnFileReview | null;
  readonly mark: string;
  readonly isChosen: boolean;
};

const FileLine = memo(function FileLine({ summary, file, mark, isChosen }: FileLineProps) {
  const { returnId } = summary;
  const name = returnName(summary);
  const version = versionWords(summary.version);
  return (
    <button
      type="button"
      className={`return-line return-state-${summary.state}`}
      tabIndex={-1}
      data-testid={`return-${returnId}`}
      aria-current={isChosen}
      title={`${summary.fileName}${summary.sheet === '' ? '' : ` · ${summary.sheet}`}`}
      onClick={(event) => {
        chooseReturn(returnId);
        // The keys go on from here.
        event.currentTarget.closest<HTMLElement>('.returns-keys')?.focus();
      }}
    >
      <span className="return-name">
        <strong>{name}</strong>
        {version === '' ? null : <em>{version}</em>}
      </span>
      {mark === '' ? null : <FileName name={mark} />}
      <span className="return-facts">
        {summary.periodLabel === '' ? null : <span>{periodTitle(summary.periodLabel)}</span>}
        {summary.periodLabel === '' && name !== summary.fileName ? <FileName name={summary.fileName} /> : null}
        <StateWords summary={summary} file={file} />
      </span>
    </button>
  );
});

function FileName({ name }: { readonly name: string }) {
  const [head, end] = endKept(name);
  return (
    <span className="return-file">
      <span>{head}</span>
      {end}
    </span>
  );
}

function StateWords({ summary, file }: Pick<FileLineProps, 'summary' | 'file'>) {
  const decisions = useReviewDesk((state) => state.decisions.get(summary.returnId) ?? NO_DECISIONS);
  switch (summary.state) {
    case 'received':
      return <b className="return-doubts">待辨认</b>;
    case 'taken':
      return <span>已写入 {summary.takenCells} 处</span>;
    case 'sent-back':
    case 'refused':
      return (
        <span className="return-reason">
          {summary.reasons[0] ?? (isUnread(summary) ? '未能读取' : RETURN_STATE_LABELS[summary.state])}
        </span>
      );
    case 'to-review': {
      if (!file) return <span>正在读取…</span>;
      const stray = strayRows(file);
      if (file.items.length === 0 && stray === 0) return <span>没有差异</span>;
      const { taken, questions } = tally(file, decisions);
      return (
        <>
          <span>差异 {file.items.length}</span>
          <span>采用 {taken}</span>
          <Readiness questions={questions} stray={stray} />
        </>
      );
    }
  }
}

/** Nothing could be read of it: it has no sheet, and nobody knows whose it is. */
function isUnread({ state, sheet, agencyName }: ReturnSummary): boolean {
  return state === 'refused' && sheet === '' && agencyName === '';
}

/** What of a file still wants a person: questions first, then rows that belong to no task. */
function Readiness({ questions, stray }: { readonly questions: number; readonly stray: number }) {
  if (questions > 0) return <b className="return-doubts">疑问 {questions}</b>;
  if (stray > 0) return <b className="return-doubts">对不上 {stray} 行</b>;
  return <b className="return-ready">已核对</b>;
}
