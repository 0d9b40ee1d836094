import { useQuery } from '@tanstack/react-query';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { Button } from '../../ui/Button.tsx';

/** What the list is narrowed to; what is empty narrows nothing. */
export type HistoryWish = {
  readonly taskId: TaskId | undefined;
  readonly agencyId: AgencyId | undefined;
  readonly from: string;
  readonly to: string;
  readonly actor: string;
  readonly words: string;
};

export const EVERYTHING: HistoryWish = {
  taskId: undefined,
  agencyId: undefined,
  from: '',
  to: '',
  actor: '',
  words: '',
};

export type HistoryFilterProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
  readonly wish: HistoryWish;
  readonly onChange: (wish: HistoryWish) => void;
};

/** Narrows the log by task, agency, days, person and words. */
export function HistoryFilter({ overview, tasks, wish, onChange }: HistoryFilterProps) {
  const actors = useQuery({ ...orpc.history.actors.queryOptions(), staleTime: 0 }).data ?? [];
  const change = (part: Partial<HistoryWish>): void => onChange({ ...wish, ...part });
  return (
    <div className="history-filter">
      <select
        className="select"
        aria-label="任务"
        data-testid="history-task"
        value={wish.taskId ?? ''}
        onChange={({ target }) => change({ taskId: tasks.find(({ id }) => String(id) === target.value)?.id })}
      >
        <option value="">全部任务</option>
        {tasks.map(({ id, number, title }) => (
          <option key={id} value={id}>
            {number}. {title}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label="单位"
        data-testid="history-agency"
        value={wish.agencyId ?? ''}
        onChange={({ target }) =>
          change({ agencyId: overview.agencies.find(({ id }) => String(id) === target.value)?.id })
        }
      >
        <option value="">全部单位</option>
        {overview.agencies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="select history-actor"
        aria-label="操作人"
        data-testid="history-actor"
        value={wish.actor}
        onChange={({ target }) => change({ actor: target.value })}
      >
        <option value="">全部操作人</option>
        {actors.map((actor) => (
          <option key={actor} value={actor}>
            {actor}
          </option>
        ))}
      </select>
      <input
        className="input"
        type="date"
        aria-label="从哪天起"
        title="从哪天起"
        data-testid="history-from"
        value={wish.from}
        onChange={({ target }) => change({ from: target.value })}
      />
      <span>—</span>
      <input
        className="input"
        type="date"
        aria-label="到哪天止"
        title="到哪天止"
        data-testid="history-to"
        value={wish.to}
        onChange={({ target }) => change({ to: target.value })}
      />
      <input
        className="input history-words"
        aria-label="操作或文件名中的文字"
        placeholder="操作、文件名中的文字"
        data-testid="history-words"
        value={wish.words}
        onChange={({ target }) => change({ words: target.value })}
      />
      <Button tone="quiet" data-testid="history-everything" onClick={() => onChange(EVERYTHING)}>
        全部
      </Button>
    </div>
  );
}
