import { useId, useState } from 'react';
import { foldText } from '../../text/fold-text.ts';
import type { FilterOption } from './filter-options.ts';
import { type TickChoice, tickFound, toggleTick } from './tick-choice.ts';

export type TickListProps<Value> = {
  readonly label: string;
  readonly options: readonly FilterOption<Value>[];
  readonly chosen: TickChoice<Value>;
  readonly onChange: (chosen: TickChoice<Value>) => void;
};

/** Up to this many lines are read at a glance; more want a search box. */
const SEARCH_FROM = 9;
/** More lines than this are not read but searched. */
const LINES_MAX = 300;

/** A list of values with ticks, counts and, when it is long, a search box. */
export function TickList<Value extends string | number | null>({
  label,
  options,
  chosen,
  onChange,
}: TickListProps<Value>) {
  const id = useId();
  const [search, setSearch] = useState('');
  const all = options.map((option) => option.value);
  const words = foldText(search);
  const found = words === '' ? options : options.filter((option) => foldText(option.label).includes(words));
  const ticks = new Set(chosen);
  const isTicked = (value: Value) => chosen === null || ticks.has(value);
  const foundValues = found.map((option) => option.value);
  const ticked = found.filter((option) => isTicked(option.value)).length;
  return (
    <fieldset className="tick-list" aria-label={label}>
      {options.length >= SEARCH_FROM ? (
        <input
          className="input"
          data-testid="tick-search"
          placeholder="在列表中查找"
          aria-label={`在“${label}”中查找`}
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      <label className="tick-line">
        <input
          type="checkbox"
          data-testid="tick-all"
          checked={found.length > 0 && ticked === found.length}
          ref={(box) => {
            if (box) box.indeterminate = ticked > 0 && ticked < found.length;
          }}
          onChange={(event) => onChange(tickFound(all, chosen, foundValues, event.target.checked))}
        />
        {words === '' ? label : '查找结果'}（全选）
      </label>
      <div className="tick-lines">
        {found.slice(0, LINES_MAX).map((option) => (
          <div key={String(option.value)} className="tick-line">
            <label htmlFor={`${id}-${option.value}`} title={option.label}>
              <input
                id={`${id}-${option.value}`}
                type="checkbox"
                data-testid={`tick-${option.value}`}
                checked={isTicked(option.value)}
                onChange={() => onChange(toggleTick(all, chosen, option.value))}
              />
              {option.sign ? <b aria-hidden>{option.sign}</b> : null}
              <span className="tick-words">{option.label}</span>
            </label>
            <button
              type="button"
              className="tick-only"
              aria-label={`只看“${option.label}”`}
              onClick={() => onChange([option.value])}
            >
              仅此项
            </button>
            <span className="tick-count">{option.count}</span>
          </div>
        ))}
        {found.length === 0 ? <p className="tick-note">列表中没有“{search}”</p> : null}
        {found.length > LINES_MAX ? (
          <p className="tick-note">还有 {found.length - LINES_MAX} 项，请输入文字查找</p>
        ) : null}
      </div>
    </fieldset>
  );
}
