import { CaseSensitive, ChevronDown, ChevronUp, List, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { FIND_SCOPES, type FindScope, type Hit, neighbour } from './find-hits.ts';
import { changeFind, onFindStep, useFindState } from './find-state.ts';
import { SCOPE_WORDS } from './find-words.ts';
import { HitList } from './HitList.tsx';
import { replaceHits } from './replace-hits.ts';
import { leaveFind, showHit } from './show-hit.ts';
import { useFindings } from './use-find.ts';
import './find.css';

export type FindBarProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
  readonly period: PeriodView;
};

/** Find and replace, as a bar over the matrix: the matrix stays in sight and can be worked in meanwhile. */
export function FindBar({ overview, tasks, period }: FindBarProps) {
  const state = useFindState();
  const { hits, elsewhere } = useFindings(overview, tasks, period);
  const box = useRef<HTMLInputElement>(null);
  const current = hits.find((hit) => hit.id === state.at) ?? null;

  useEffect(() => {
    if (state.opened > 0) box.current?.select();
  }, [state.opened]);

  const step = (direction: 1 | -1) => {
    const next = neighbour(hits, state.at, direction);
    if (next) showHit(next);
  };
  useEffect(() => onFindStep(step));

  const replaceOne = async () => {
    if (!current) return step(1);
    const next = neighbour(hits, current.id, 1);
    if ((await replaceHits([current])) && next && next.id !== current.id) showHit(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter picks a word of the input method while one is composed.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leaveFind(current);
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') {
      step(event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className="find-bar" data-testid="find-bar" onKeyDown={onKeyDown}>
      <div className="find-line">
        <input
          ref={box}
          className="input find-words"
          data-testid="find-words"
          aria-label="查找内容"
          placeholder="查找内容"
          spellCheck={false}
          value={state.words}
          onChange={(event) => changeFind({ words: event.target.value, at: null })}
        />
        <span className="find-count" role="status" data-testid="find-count">
          {countWords(state.words, hits, current, elsewhere)}
        </span>
        <IconButton
          label="上一个（Shift+F3）"
          icon={<ChevronUp />}
          data-testid="find-previous"
          onClick={() => step(-1)}
        />
        <IconButton label="下一个（F3）" icon={<ChevronDown />} data-testid="find-next" onClick={() => step(1)} />
        <IconButton
          label="全部查找"
          icon={<List />}
          aria-pressed={state.listOpen}
          data-testid="find-all"
          onClick={() => {
            changeFind({ listOpen: !state.listOpen });
            // The list takes its height from the matrix; the hit stays in sight.
            if (current) requestAnimationFrame(() => showHit(current));
          }}
        />
        <select
          className="select find-scope"
          aria-label="查找范围"
          data-testid="find-scope"
          value={state.scope}
          // The options are the scopes.
          onChange={(event) => changeFind({ scope: event.target.value as FindScope, at: null })}
        >
          {FIND_SCOPES.map((scope) => (
            <option key={scope} value={scope}>
              {SCOPE_WORDS[scope]}
            </option>
          ))}
        </select>
        <IconButton
          label="区分大小写"
          icon={<CaseSensitive />}
          aria-pressed={state.matchCase}
          data-testid="find-case"
          onClick={() => changeFind({ matchCase: !state.matchCase })}
        />
        <IconButton
          label="单元格匹配（整格内容相同）"
          icon={<WholeWord />}
          aria-pressed={state.wholeCell}
          data-testid="find-whole"
          onClick={() => changeFind({ wholeCell: !state.wholeCell })}
        />
        <span className="find-space" />
        {state.bar === 'find' ? (
          <Button tone="quiet" data-testid="find-to-replace" onClick={() => changeFind({ bar: 'replace' })}>
            替换…
          </Button>
        ) : null}
        <IconButton label="关闭（Esc）" icon={<X />} data-testid="find-close" onClick={() => leaveFind(current)} />
      </div>
      {state.bar === 'replace' ? (
        <div className="find-line">
          <input
            className="input find-words"
            data-testid="replace-words"
            aria-label="替换为"
            placeholder="替换为"
            spellCheck={false}
            value={state.replacement}
            onChange={(event) => changeFind({ replacement: event.target.value })}
          />
          <Button data-testid="replace-one" disabled={hits.length === 0} onClick={() => void replaceOne()}>
            替换
          </Button>
          <Button data-testid="replace-all" disabled={hits.length === 0} onClick={() => void replaceHits(hits)}>
            全部替换
          </Button>
        </div>
      ) : null}
      {state.listOpen ? <HitList hits={hits} at={state.at} overview={overview} tasks={tasks} /> : null}
    </search>
  );
}

function countWords(words: string, hits: readonly Hit[], current: Hit | null, elsewhere: number): string {
  if (words === '') return '';
  const hidden = elsewhere > 0 ? `，筛选或隐藏的内容里还有 ${elsewhere} 处` : '';
  if (hits.length === 0) return `没有找到${hidden}`;
  return current ? `第 ${hits.indexOf(current) + 1} / ${hits.length} 处${hidden}` : `${hits.length} 处${hidden}`;
}
