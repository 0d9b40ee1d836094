import { useState } from 'react';
import { WordDiff } from '../../ui/WordDiff.tsx';
import './last-text.css';

export type LastTextProps = {
  /** 上期 as the clerk calls it: 2021年9月. */
  readonly period: string;
  readonly last: string;
  readonly now: string;
  readonly readOnly: boolean;
  /** Takes the text of the last period over. */
  readonly onTake: () => void;
};

/** What the last period said of a field, under what is said now, with what is new marked. */
export function LastText({ period, last, now, readOnly, onTake }: LastTextProps) {
  const [open, setOpen] = useState(false);
  if (last.trim() === '') return null;
  const isSame = now.trim() === last.trim();
  return (
    <div className="last-text" data-testid="last-text">
      <span className="last-head">
        <button
          type="button"
          className="text-button"
          aria-expanded={open}
          title={`${period}的内容`}
          onClick={() => setOpen(!open)}
        >
          上期
        </button>
        {now.trim() === '' && !readOnly ? (
          <button type="button" className="text-button" data-testid="take-last" onClick={onTake}>
            沿用
          </button>
        ) : null}
      </span>
      <div className={open ? 'last-words' : 'last-words is-folded'}>
        {isSame ? <p>与上期相同</p> : now.trim() === '' ? <p>{last}</p> : <WordDiff before={last} after={now} />}
      </div>
    </div>
  );
}
