import { useMemo, useState } from 'react';
import type { SheetPicture, SheetPlace } from '#shared/domain/return-review.ts';
import { PictureOfSheet } from '../../ui/PictureOfSheet.tsx';
import { MappingList } from './MappingList.tsx';
import { MeaningSelect } from './MeaningSelect.tsx';
import type { MappingColumn } from './mapping-columns.ts';
import { type MappingDraft, pointHeadRow, setMeaning } from './mapping-draft.ts';

export type MappingEditorProps = {
  readonly picture: SheetPicture;
  readonly columns: readonly MappingColumn[];
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
};

/** The sheet with a choice over each column, and beside it the columns in words, what is unclear first. */
export function MappingEditor({ picture, columns, draft, onChange }: MappingEditorProps) {
  const [shown, show] = useState<SheetPlace | null>(() => firstUnclear(columns, draft));
  const marks = useMemo(
    () =>
      new Map(
        columns.map((column) => [
          column.column,
          <MeaningSelect
            key={column.column}
            column={column}
            where="picture"
            onChoose={(field) => onChange(setMeaning(draft, column.column, field))}
          />,
        ]),
      ),
    [columns, draft, onChange],
  );
  const pointRow = (row: number): void => onChange({ ...draft, headRows: pointHeadRow(draft.headRows, row) });
  return (
    <div className="mapping">
      <MappingList
        columns={columns}
        headRows={draft.headRows}
        shownColumn={shown?.column ?? null}
        onShow={(column) => show({ row: draft.headRows.last, column })}
        onChoose={(column, field) => onChange(setMeaning(draft, column, field))}
        onHeadRows={(headRows) => onChange({ ...draft, headRows })}
      />
      <PictureOfSheet
        picture={picture}
        lit={shown}
        marks={marks}
        headRows={draft.headRows}
        onPoint={show}
        onPointRow={pointRow}
      />
    </div>
  );
}

function firstUnclear(columns: readonly MappingColumn[], { headRows }: MappingDraft): SheetPlace | null {
  const first = columns.find((column) => column.unclear);
  return first ? { row: headRows.last, column: first.column } : null;
}
