import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { PAGE_WORDS_ID, pageChoices } from './page-choices.ts';
import { choosePageKind, keyOfPage, openPage, type PageKind, pageShown, usePageDesk } from './page-desk.ts';

export type PageChooserProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
  readonly inFront: boolean;
};

const KINDS: readonly (readonly [PageKind, string, string])[] = [
  ['task', '任务', '序号或文字'],
  ['agency', '单位', '名称或拼音首字母'],
  ['leader', '领导', '姓名或职务'],
];

const NOBODY = [] as const;
const LINE_HEIGHT = 30;

/** At the left of the pages: which task, unit or leader. */
export function PageChooser({ overview, tasks, inFront }: PageChooserProps) {
  const kind = usePageDesk((state) => state.kind);
  const shown = usePageDesk(pageShown);
  const [typed, setTyped] = useState<Partial<Record<PageKind, string>>>({});
  const words = typed[kind] ?? '';
  const wanted = useDeferredValue(words);
  const leaders = useQuery({
    ...orpc.page.leaders.queryOptions({ input: { planId: overview.plan.id } }),
    enabled: inFront && kind === 'leader',
  });
  const choices = useMemo(
    () => pageChoices(kind, wanted, { overview, tasks, leaders: leaders.data ?? NOBODY }),
    [kind, wanted, overview, tasks, leaders.data],
  );
  const shownKey = shown && keyOfPage(shown);
  const [, , hint] = KINDS.find(([name]) => name === kind) ?? ['', '', ''];
  const step = (by: number): void => {
    const at = choices.findIndex(({ key }) => key === shownKey);
    const next = choices[Math.min(choices.length - 1, Math.max(0, at + by))];
    if (next) openPage(next.page);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && choices[0]) openPage(choices[0].page);
    else return;
    event.preventDefault();
  };
  return (
    <nav className="page-chooser" aria-label="选择档案">
      <div className="page-kinds" role="tablist" aria-label="档案的种类">
        {KINDS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === kind}
            data-testid={`page-kind-${name}`}
            onClick={() => choosePageKind(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <input
        id={PAGE_WORDS_ID}
        className="input page-words screen-keys"
        data-testid="page-words"
        aria-label={`查找：${hint}`}
        placeholder={hint}
        spellCheck={false}
        value={words}
        onChange={(event) => setTyped({ ...typed, [kind]: event.target.value })}
        onKeyDown={onKeyDown}
      />
      {choices.length === 0 ? (
        <p className="empty-note">{noneText(kind, words, leaders.isPending)}</p>
      ) : (
        <VirtualList
          count={choices.length}
          estimate={() => LINE_HEIGHT}
          keyOf={(index) => choices[index]?.key ?? index}
          label="档案"
          testId="page-choices"
          render={(index) => {
            const choice = choices[index];
            return choice ? (
              <button
                type="button"
                className="page-choice"
                title={choice.label}
                aria-current={choice.key === shownKey ? 'page' : undefined}
                onClick={() => openPage(choice.page)}
                onKeyDown={onKeyDown}
              >
                {choice.number === undefined ? null : <span className="page-choice-number">{choice.number}</span>}
                <span className="page-choice-label">{choice.label}</span>
                <span className="page-choice-hint">{choice.hint}</span>
              </button>
            ) : null;
          }}
        />
      )}
    </nav>
  );
}

function noneText(kind: PageKind, words: string, pending: boolean): string {
  if (kind === 'leader' && pending) return '正在读取…';
  if (words !== '') return '没有符合的';
  return kind === 'leader' ? '任务里还没有写明牵头领导、分管领导或责任人。' : '计划里还没有';
}
