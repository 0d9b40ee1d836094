import type { TemplateColumn, TemplatePlace, TemplateReading } from '#shared/domain/template.ts';
import { Button } from '../../ui/Button.tsx';
import { ColumnMeaning } from '../../ui/ColumnMeaning.tsx';
import {
  columnOf,
  confirmColumn,
  fieldChoices,
  isOpen,
  POINTER_WORDS,
  POINTERS,
  type Pointer,
  setField,
  type TemplateDraft,
} from './template-draft.ts';

export type TemplateSideProps = {
  readonly reading: TemplateReading;
  readonly draft: TemplateDraft | null;
  readonly pointer: Pointer;
  readonly shownColumn: number | null;
  readonly onPointer: (pointer: Pointer) => void;
  readonly onDraft: (draft: TemplateDraft) => void;
  readonly onShow: (column: number) => void;
  readonly onRead: (place: TemplatePlace) => void;
};

/** What the program has found, in words: sheet, rows, columns; columns that wait for a person stand first. */
export function TemplateSide(props: TemplateSideProps) {
  const { reading, draft, pointer, shownColumn, onPointer, onDraft, onShow, onRead } = props;
  const columns = draft ? inOrder(draft) : [];
  return (
    <div className="mapping-side">
      <div className="template-places">
        {reading.sheets.length > 1 ? (
          <label className="template-sheet">
            工作表
            <select
              className="select"
              data-testid="template-sheet"
              value={reading.picture.sheet}
              onChange={(event) => onRead({ sheet: event.target.value })}
            >
              {reading.sheets.map(({ name, hidden }) => (
                <option key={name} value={name}>
                  {hidden ? `${name}（隐藏）` : name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <span className="template-pointing">在右边的图上点出：</span>
        <div className="template-pointers" role="radiogroup" aria-label="在图上点出">
          {POINTERS.map((each) => (
            <label key={each} data-chosen={each === pointer || undefined}>
              <input
                type="radio"
                name="template-pointer"
                data-testid={`template-point-${each}`}
                checked={each === pointer}
                onChange={() => onPointer(each)}
              />
              {POINTER_WORDS[each]}
            </label>
          ))}
        </div>
        {draft ? <RowFields reading={reading} draft={draft} onRead={onRead} /> : null}
      </div>
      {(draft?.mapping.notes ?? []).map((note) => (
        <p key={note} className="mapping-remembered" role="status">
          {note}
        </p>
      ))}
      <ul className="mapping-columns" aria-label="各列">
        {columns.map((column) => (
          <ColumnLine
            key={column.column}
            column={column}
            open={draft !== null && isOpen(draft, column)}
            shown={columnOf(column.column) === shownColumn}
            onShow={() => onShow(columnOf(column.column))}
            onChoose={(field) => draft && onDraft(setField(draft, column.column, field))}
            onConfirm={() => draft && onDraft(confirmColumn(draft, column.column))}
          />
        ))}
      </ul>
    </div>
  );
}

/** Those that were in doubt at first stay where they are while they are settled: nothing jumps under the hand. */
function inOrder({ mapping }: TemplateDraft): readonly TemplateColumn[] {
  return mapping.columns.toSorted((one, other) => Number(one.sure) - Number(other.sure));
}

type ColumnLineProps = {
  readonly column: TemplateColumn;
  readonly open: boolean;
  readonly shown: boolean;
  readonly onShow: () => void;
  readonly onChoose: (field: string | null) => void;
  readonly onConfirm: () => void;
};

function ColumnLine({ column, open, shown, onShow, onChoose, onConfirm }: ColumnLineProps) {
  const { column: letters, head, field, note = '' } = column;
  return (
    <li
      className="mapping-column"
      data-unclear={open || undefined}
      data-shown={shown || undefined}
      data-testid={`template-column-${letters}`}
    >
      <button type="button" className="mapping-column-head" onClick={onShow}>
        <strong>{letters}</strong>
        <span className="mapping-head" title={head}>
          {head}
        </span>
      </button>
      <div className="mapping-meaning">
        <ColumnMeaning
          label={`${letters} 列填`}
          testId={`template-list-${letters}`}
          value={field}
          unclear={open}
          none="不填"
          choices={fieldChoices(field)}
          onChoose={onChoose}
        />
        {open ? (
          <Button tone="quiet" data-testid={`template-confirm-${letters}`} onClick={onConfirm}>
            {field === null ? '就不填' : '就是它'}
          </Button>
        ) : null}
      </div>
      {open && note !== '' ? <p className="mapping-doubt">{note}</p> : null}
    </li>
  );
}

const MOST_ROW = 9999;

/** The same as pointing at rows, for the keyboard. */
function RowFields({
  reading,
  draft,
  onRead,
}: {
  readonly reading: TemplateReading;
  readonly draft: TemplateDraft;
  readonly onRead: (place: TemplatePlace) => void;
}) {
  const { headRows, bodyRow } = draft.mapping;
  const { sheet } = reading.picture;
  const rowOf = (text: string): number => Math.min(MOST_ROW, Math.max(1, Math.round(Number(text)) || 1));
  return (
    <div className="template-rows">
      表头
      <RowInput
        label="表头第一行"
        testId="template-first-row"
        value={headRows[0]}
        onRow={(text) => onRead({ sheet, headRows: [rowOf(text), Math.max(rowOf(text), headRows[1])] })}
      />
      至
      <RowInput
        label="表头最后一行"
        testId="template-last-row"
        value={headRows[1]}
        onRow={(text) => onRead({ sheet, headRows: [Math.min(rowOf(text), headRows[0]), rowOf(text)] })}
      />
      行，从第
      <RowInput
        label="填报首行"
        testId="template-body-row"
        value={bodyRow}
        onRow={(text) => onRead({ sheet, headRows, bodyRow: Math.max(rowOf(text), headRows[1] + 1) })}
      />
      行起填
    </div>
  );
}

type RowInputProps = {
  readonly label: string;
  readonly testId: string;
  readonly value: number;
  readonly onRow: (text: string) => void;
};

function RowInput({ label, testId, value, onRow }: RowInputProps) {
  return (
    <input
      className="input"
      type="number"
      min={1}
      max={MOST_ROW}
      aria-label={label}
      data-testid={testId}
      value={value}
      onChange={(event) => onRow(event.target.value)}
    />
  );
}
