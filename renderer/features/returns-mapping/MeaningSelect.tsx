import { RETURN_COLUMN_FIELDS, type ReturnColumnField } from '#shared/domain/return-review.ts';
import { RETURN_COLUMN_WORDS } from '../../text/return-words.ts';
import type { MappingColumn } from './mapping-columns.ts';

export type MeaningSelectProps = {
  readonly column: Pick<MappingColumn, 'column' | 'letters' | 'field' | 'unclear'>;
  /** Over the picture or in the list: the same choice, twice on the screen. */
  readonly where: 'picture' | 'list';
  readonly onChoose: (field: ReturnColumnField | null) => void;
};

const NOT_READ = '';

/** What one column is read as. */
export function MeaningSelect({ column: { column, letters, field, unclear }, where, onChoose }: MeaningSelectProps) {
  return (
    <select
      className="select mapping-select"
      aria-label={`${letters} 列读作`}
      data-testid={`mapping-${where}-${column}`}
      data-unclear={unclear || undefined}
      data-read={field !== null}
      value={field ?? NOT_READ}
      onChange={(event) => onChoose(RETURN_COLUMN_FIELDS.find((known) => known === event.target.value) ?? null)}
    >
      <option value={NOT_READ}>不读取</option>
      {RETURN_COLUMN_FIELDS.map((known) => (
        <option key={known} value={known}>
          {RETURN_COLUMN_WORDS[known]}
        </option>
      ))}
    </select>
  );
}
