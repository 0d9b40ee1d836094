import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ReturnFileReview, ReturnItem } from '#shared/domain/return-review.ts';
import { Button } from '../../ui/Button.tsx';
import { type MenuEntry, PointMenu } from '../../ui/PointMenu.tsx';
import { clearItems, isQuestion } from './review-choices.ts';
import { decide, setOnlyQuestions, useReviewDesk } from './review-desk.ts';

export type ItemsHeadProps = {
  readonly file: ReturnFileReview;
  /** Those on show. */
  readonly items: readonly ReturnItem[];
  readonly isOpen: boolean;
};

/** Chooses many items at once, and names the columns; the head of the fields has a menu that chooses by field. */
export function ItemsHead({ file, items, isOpen }: ItemsHeadProps) {
  const onlyQuestions = useReviewDesk((state) => state.onlyQuestions);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { returnId } = file;
  if (returnId === null) return null;
  const rest = restWords(file);
  const questions = file.items.filter(isQuestion).length;
  return (
    <>
      {isOpen ? (
        <div className="items-tools">
          <span>
            差异 {file.items.length} 处{questions > 0 ? `，其中有疑问 ${questions} 处` : ''}
          </span>
          {rest === '' ? null : (
            <Button tone="quiet" data-testid="show-rest" title="这些列在差异下面" onClick={showRest}>
              另有{rest}
            </Button>
          )}
          {questions > 0 ? (
            <label className="items-only">
              <input
                type="checkbox"
                data-testid="only-questions"
                checked={onlyQuestions}
                onChange={(event) => setOnlyQuestions(event.target.checked)}
              />
              只看有疑问的
            </label>
          ) : null}
          <span className="items-space" />
          <Button tone="quiet" data-testid="take-clear" onClick={() => decide(returnId, clearItems(file), 'theirs')}>
            采用无疑问的
          </Button>
          <Button tone="quiet" data-testid="take-all" onClick={() => decide(returnId, file.items, 'theirs')}>
            全部采用
          </Button>
          <Button tone="quiet" data-testid="take-none" onClick={() => decide(returnId, file.items, 'ours')}>
            全不采用
          </Button>
        </div>
      ) : null}
      <div className="items-heads item-grid" aria-hidden={!isOpen}>
        <span>任务</span>
        {isOpen ? (
          <button
            type="button"
            className="items-field-menu"
            data-testid="field-menu"
            title="按项目全部采用或全不采用"
            aria-haspopup="menu"
            onClick={(event) => {
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              setMenu({ x: left, y: bottom });
            }}
          >
            项目
            <ChevronDown aria-hidden />
          </button>
        ) : (
          <span>项目</span>
        )}
        <span>{baseWords(items)}</span>
        <span>对方填写</span>
        <span>现有值</span>
        <span>{isOpen ? '采用' : ''}</span>
      </div>
      {menu ? (
        <PointMenu
          {...menu}
          testId="field-choice"
          groups={PROGRESS_FIELDS.map((field) =>
            fieldEntries(field, file, (own, choice) => decide(returnId, own, choice)),
          )}
          focusBack={() => document.querySelector<HTMLElement>('.review-rows')}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </>
  );
}

/** What stands below the items and wants to be seen. */
function restWords({ leftRows, missingTasks, faults, notes }: ReturnFileReview): string {
  return [
    leftRows.length > 0 ? `对不上的行 ${leftRows.length}` : '',
    missingTasks.length > 0 ? `未交回的任务 ${missingTasks.length}` : '',
    faults.length > 0 ? `填报质量 ${faults.length}` : '',
    notes.length > 0 ? `说明 ${notes.length}` : '',
  ]
    .filter((words) => words !== '')
    .join('、');
}

/** Goes to the end of the list; its height is known only roughly before it is drawn. */
function showRest(): void {
  const list = document.querySelector('.review-rows');
  list?.scrollTo({ top: list.scrollHeight });
  requestAnimationFrame(() => list?.scrollTo({ top: list.scrollHeight }));
}

function fieldEntries(
  field: ProgressField,
  { items }: ReturnFileReview,
  choose: (items: readonly ReturnItem[], choice: 'theirs' | 'ours') => void,
): readonly MenuEntry[] {
  const own = items.filter((item) => item.field === field);
  if (own.length === 0) return [];
  const name = PROGRESS_FIELD_LABELS[field];
  return [
    { id: `all-${field}`, label: `${name}：全部采用`, hint: `${own.length} 处`, run: () => choose(own, 'theirs') },
    { id: `none-${field}`, label: `${name}：全不采用`, run: () => choose(own, 'ours') },
  ];
}

/** What the values in the first column are: of one kind nearly always. */
function baseWords(items: readonly ReturnItem[]): string {
  const kinds = new Set(items.map(({ baseFrom }) => baseFrom));
  if (kinds.size > 1) return '上次值／发出值';
  const [kind = null] = kinds;
  switch (kind) {
    case 'told':
      return '上次报送值';
    case 'sent':
      return '发出时的值';
    case 'common':
      return '双方原有值';
    case null:
      return '原值';
  }
}
