import { RETURN_COLUMN_FIELDS, type ReturnColumnField } from '#shared/domain/return-review.ts';
import { RETURN_COLUMN_WORDS } from '../../text/return-words.ts';
import { ColumnMeaning } from '../../ui/ColumnMeaning.tsx';
import type { MappingColumn } from './mapping-columns.ts';

export type MeaningSelectProps = {
  readonly column: Pick<MappingColumn, 'column' | 'letters' | 'field' | 'unclear'>;
  /** Over the picture or in the list: the same choice, twice on the screen. */
  readonly where: 'picture' | 'list';
  readonly onChoose: (field: ReturnColumnField | null) => void;
};

const CHOICES = RETURN_COLUMN_FIELDS.map((field) => [field, RETURN_COLUMN_WORDS[field]] as const);

/** What one column is read as. */
export function MeaningSelect({ column: { column, letters, field, unclear }, where, onChoose }: MeaningSelectProps) {
  return (
    <ColumnMeaning
      label={`${letters} 列读作`}
      testId={`mapping-${where}-${column}`}
      value={field}
      unclear={unclear}
      none="不读取"
      choices={CHOICES}
      onChoose={onChoose}
    />
  );
}
