import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';
import '../../ui/field.css';
import { showNotice } from '../../ui/toasts.ts';
import { decideOn, setEditing } from './review-desk.ts';
import { typedValue } from './typed-value.ts';

export type ItemEditorProps = {
  readonly returnId: ReturnId;
  readonly item: ReturnItem;
  readonly value: string;
  readonly today: string;
};

/** Types a value in place of theirs. Enter and leaving the field take it, Escape gives it up; Alt+Enter breaks a line. */
export function ItemEditor({ returnId, item, value, today }: ItemEditorProps) {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLTextAreaElement & HTMLInputElement & HTMLSelectElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (field.current && 'setSelectionRange' in field.current)
      field.current.setSelectionRange(value.length, value.length);
  }, [value.length]);

  /** @returns what is wrong with the text; empty: it was taken */
  const take = (): string => {
    const typed = typedValue(item.field, text, today);
    if (typed.kind === 'refused') return typed.words;
    decideOn(returnId, item, typed.value);
    return '';
  };
  const leave = (): void => {
    ended.current = true;
    // Opened and left as it was: nothing was said about it.
    const wrong = text === value ? '' : take();
    if (wrong !== '') showNotice('改写的值没有采用', wrong);
  };
  // A field that is taken off the screen is not left first: its text is taken then, so that none is ever lost.
  const latestLeave = useRef(leave);
  useEffect(() => {
    latestLeave.current = leave;
  });
  useEffect(
    () => () => {
      if (!ended.current) latestLeave.current();
    },
    [],
  );
  const end = (): void => {
    ended.current = true;
    const list = field.current?.closest<HTMLElement>('.virtual-list');
    setEditing(false);
    list?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    // F8 and Ctrl+Enter go on to the next question, the next file; the other keys are the field's.
    if (!/^F\d/.test(event.key) && !event.ctrlKey) event.stopPropagation();
    if (event.key === 'Escape') end();
    else if (event.key === 'Enter' && event.altKey && event.target instanceof HTMLTextAreaElement) {
      const { target: area } = event;
      area.setRangeText('\n', area.selectionStart, area.selectionEnd, 'end');
      setText(area.value);
    } else if (event.key === 'Enter') {
      if (!event.ctrlKey) event.preventDefault();
      const wrong = take();
      setProblem(wrong);
      if (wrong === '') end();
      else event.stopPropagation();
    }
  };
  const common = {
    'aria-label': '改写的值',
    'aria-invalid': problem !== '',
    'data-testid': 'item-editor',
    ref: field,
    value: text,
    onKeyDown,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setText(event.target.value);
      setProblem('');
    },
    onBlur: () => {
      if (ended.current) return;
      leave();
      setEditing(false);
    },
  };
  return (
    <div className="item-editor">
      {item.field === 'status' ? (
        <select {...common} className="select">
          {STATUSES.some((status) => STATUS_LABELS[status] === text) || text === '' ? null : (
            <option value={text}>{text}（不能识别）</option>
          )}
          <option value="">留空</option>
          {STATUSES.map((status) => (
            <option key={status}>{STATUS_LABELS[status]}</option>
          ))}
        </select>
      ) : item.field in LONG ? (
        <textarea {...common} className="input" rows={Math.min(10, Math.max(2, Math.ceil(text.length / 24)))} />
      ) : (
        <input {...common} className="input" spellCheck={false} />
      )}
      {problem === '' ? null : (
        <p role="alert" className="item-problem" data-testid="item-problem">
          {problem}
        </p>
      )}
    </div>
  );
}

const LONG = { narrative: true, problems: true, nextSteps: true };
