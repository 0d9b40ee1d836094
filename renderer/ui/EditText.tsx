import { type KeyboardEvent, useState } from 'react';
import './field.css';

export type EditTextProps = {
  readonly value: string;
  readonly label: string;
  readonly testId?: string;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
  /** Called once when the field is left or Enter is pressed, and only with another value. */
  readonly onCommit: (value: string) => void;
  /** Where the cursor stands, whenever it moves. */
  readonly onCursor?: (at: number) => void;
};

/** A text that is typed freely and taken as a whole: leaving the field takes it, Escape puts the old one back. */
export function EditText(props: EditTextProps) {
  const { value, label, testId, multiline = false, placeholder, className = '', onCommit, onCursor } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
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
      onChange={(event) => setTyped(event.target.value)}
      onSelect={(event) => onCursor?.(event.currentTarget.selectionStart)}
    />
  ) : (
    <input {...common} onChange={(event) => setTyped(event.target.value)} />
  );
}
