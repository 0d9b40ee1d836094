import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import './field.css';

export type EditTextProps = {
  readonly value: string;
  readonly label: string;
  readonly testId?: string;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
  /** The field itself, of a text on one line: for the cursor to be put there. */
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Called once when the field is left or Enter is pressed, and only with another value. */
  readonly onCommit: (value: string) => void;
  /** Where the cursor stands, whenever it moves. */
  readonly onCursor?: (at: number) => void;
};

/** A text that is typed freely and taken as a whole: leaving the field takes it, Escape puts the old one back. */
export function EditText(props: EditTextProps) {
  const { value, label, testId, multiline = false, placeholder, className = '', field, onCommit, onCursor } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const open = useRef<string | null>(null);
  const type = (text: string | null): void => {
    open.current = text;
    setTyped(text);
  };
  const take = (): void => {
    const text = open.current;
    open.current = null;
    if (text !== null && text !== value) onCommit(text);
  };
  const commit = (): void => {
    take();
    setTyped(null);
  };
  // A field that is taken off the screen is not left first: its text is taken then, so that none is ever lost.
  const latestTake = useRef(take);
  useEffect(() => {
    latestTake.current = take;
  });
  useEffect(() => () => latestTake.current(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      type(null);
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey)) commit();
  };
  const common = {
    className: `input ${className}`,
    'aria-label': label,
    'data-testid': testId,
    placeholder,
    spellCheck: false,
    value: typed ?? value,
    onBlur: commit,
    onKeyDown,
  };
  return multiline ? (
    <textarea
      {...common}
      rows={Math.min(12, Math.max(2, Math.ceil((typed ?? value).length / 42)))}
      onChange={(event) => type(event.target.value)}
      onSelect={(event) => onCursor?.(event.currentTarget.selectionStart)}
    />
  ) : (
    <input {...common} ref={field} onChange={(event) => type(event.target.value)} />
  );
}
