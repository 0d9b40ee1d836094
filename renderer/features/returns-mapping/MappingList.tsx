import type { ReturnColumnField } from '#shared/domain/return-review.ts';
import { COLUMN_HOW_WORDS } from '../../text/return-words.ts';
import { MeaningSelect } from './MeaningSelect.tsx';
import type { MappingColumn } from './mapping-columns.ts';
import type { HeadRows } from './mapping-draft.ts';

export type MappingListProps = {
  readonly columns: readonly MappingColumn[];
  readonly headRows: HeadRows;
  /** The column lit in the picture. */
  readonly shownColumn: number | null;
  readonly onShow: (column: number) => void;
  readonly onChoose: (column: number, field: ReturnColumnField | null) => void;
  readonly onHeadRows: (headRows: HeadRows) => void;
};

/** The columns in words: head, meaning, how that was found; those that wait for a person stand first. */
export function MappingList({ columns, headRows, shownColumn, onShow, onChoose, onHeadRows }: MappingListProps) {
  const remembered = columns.some(({ how }) => how === 'remembered');
  return (
    <div className="mapping-side">
      <HeadRowFields headRows={headRows} onHeadRows={onHeadRows} />
      {remembered ? (
        <p className="mapping-remembered" role="status">
          这份表的表头与以前指定过的相同，已沿用上次的对应；改动后以新的为准。
        </p>
      ) : null}
      <ul className="mapping-columns" aria-label="各列">
        {columns.map((column) => (
          <li
            key={column.column}
            className="mapping-column"
            data-unclear={column.unclear || undefined}
            data-shown={column.column === shownColumn || undefined}
            data-testid={`mapping-column-${column.column}`}
          >
            <button type="button" className="mapping-column-head" onClick={() => onShow(column.column)}>
              <strong>{column.letters}</strong>
              <span className="mapping-head">{column.head === '' ? '（没有表头）' : column.head}</span>
              <small>{column.filled === 0 ? '空列' : `${column.filled} 格有内容`}</small>
            </button>
            <div className="mapping-meaning">
              <MeaningSelect column={column} where="list" onChoose={(field) => onChoose(column.column, field)} />
              <small>{column.how === null ? '' : COLUMN_HOW_WORDS[column.how]}</small>
            </div>
            {column.doubt === '' ? null : <p className="mapping-doubt">{column.doubt}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

const MOST_ROW = 9999;

/** The same as pointing at rows, for the keyboard. */
function HeadRowFields({ headRows: { first, last }, onHeadRows }: Pick<MappingListProps, 'headRows' | 'onHeadRows'>) {
  const rowOf = (text: string): number => Math.min(MOST_ROW, Math.max(1, Math.round(Number(text)) || 1));
  return (
    <div className="mapping-rows">
      表头从第
      <input
        className="input"
        type="number"
        min={1}
        max={MOST_ROW}
        aria-label="表头第一行"
        data-testid="mapping-first-row"
        value={first}
        onChange={(event) => {
          const row = rowOf(event.target.value);
          onHeadRows({ first: row, last: Math.max(row, last) });
        }}
      />
      行到第
      <input
        className="input"
        type="number"
        min={1}
        max={MOST_ROW}
        aria-label="表头最后一行"
        data-testid="mapping-last-row"
        value={last}
        onChange={(event) => {
          const row = rowOf(event.target.value);
          onHeadRows({ first: Math.min(row, first), last: row });
        }}
      />
      行
    </div>
  );
}
