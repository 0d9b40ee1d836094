import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { EditorPartProps } from './editor-part.ts';
import { fieldLabel, moveColumn, removeColumn } from './layout-draft.ts';

export type ColumnListProps = EditorPartProps & {
  readonly at: number;
  readonly onPick: (at: number) => void;
};

/** The columns from left to right: picked, moved by the mouse or by Alt with an arrow, removed by Delete. */
export function ColumnList({ def, at, onPick, onChange }: ColumnListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  // At once: the next press of a key that is held down must not come to the line before.
  const focus = (place: number): void => list.current?.querySelectorAll('button')[place]?.focus();
  const move = (from: number, to: number): void => {
    const next = moveColumn(def, from, to);
    if (next === def) return;
    const place = Math.min(Math.max(to, 0), def.columns.length - 1);
    onChange(next);
    onPick(place);
    setSaid(`“${def.columns[from]?.head ?? ''}”移到第 ${place + 1} 列`);
    focus(place);
  };
  const press = (event: KeyboardEvent, place: number): void => {
    const target = targetOf(event.key, place, def.columns.length);
    if (target !== null && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      if (event.altKey) move(place, target);
      else {
        const within = Math.min(Math.max(target, 0), def.columns.length - 1);
        onPick(within);
        focus(within);
      }
    } else if (event.key === 'Delete') {
      event.preventDefault();
      const next = removeColumn(def, place);
      if (next === def) return;
      onChange(next);
      setSaid(`已去掉“${def.columns[place]?.head ?? ''}”`);
      const left = Math.min(place, next.columns.length - 1);
      onPick(left);
      focus(left);
    }
  };
  return (
    <>
      <ol
        className="column-list"
        ref={list}
        aria-label="各列，从左到右；Alt+↑、Alt+↓移动，Delete去掉"
        data-testid="column-list"
      >
        {def.columns.map((column, place) => (
          <li
            // Two columns may be alike; every value of a line comes from the draft.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={place}
            className={over === place && dragged !== null ? dropClass(dragged, place) : undefined}
            draggable
            onDragStart={(event) => {
              setDragged(place);
              event.dataTransfer.effectAllowed = 'move';
              // Without data some systems do not begin to drag.
              event.dataTransfer.setData('text/plain', column.head);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(place);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, place);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
          >
            <button
              type="button"
              className="column-choice"
              data-testid={`column-${place}`}
              aria-pressed={place === at}
              tabIndex={place === at ? 0 : -1}
              onClick={() => onPick(place)}
              onKeyDown={(event) => press(event, place)}
            >
              <GripVertical aria-hidden />
              <span className="column-number">{place + 1}</span>
              <span className="column-head">{column.head.replaceAll('\n', '') || '（无表头）'}</span>
              <small>{fieldLabel(def, column)}</small>
            </button>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function dropClass(dragged: number, place: number): string {
  return dragged < place ? 'column-drop-below' : 'column-drop-above';
}

/** Where a key goes from a place; `null`: it goes nowhere. */
function targetOf(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return place - 1;
    case 'ArrowDown':
      return place + 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
