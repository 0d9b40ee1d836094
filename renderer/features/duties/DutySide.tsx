import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { PIECES_MAX } from '#shared/contract/duty.contract.ts';
import type { DutyRecord } from '#shared/domain/duty.ts';
import type { DutyStretch } from '#shared/domain/duty-stretches.ts';
import type { DutyRow, DutyTable } from '#shared/domain/duty-table.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EditText } from '../../ui/EditText.tsx';
import { Field } from '../../ui/Field.tsx';
import { recordsIn } from './duty-rows.ts';
import { editRecord, recordPieces } from './duty-steps.ts';

export type DutySideProps = {
  readonly table: DutyTable;
  readonly row: DutyRow;
  readonly stretch: DutyStretch;
  readonly column: number;
};

/** What came of one unit in one stretch, each piece to be corrected, and room for more. */
export function DutySide({ table, row, stretch, column }: DutySideProps) {
  const records = recordsIn(table, row.agencyId, stretch);
  const cell = row.cells[column] ?? null;
  return (
    <aside className="duty-side" aria-label="本格的报送" data-testid="duty-side">
      <h3>{row.agencyName}</h3>
      <p className={cell?.state === 'overdue' ? 'duty-because duty-lacks' : 'duty-because'}>
        {`${periodTitle(stretch.label)}：${cell?.because ?? '本期尚未开始，或不需报送。'}`}
      </p>
      <ul className="duty-pieces">
        {records.map((record) => (
          <Piece key={record.id} record={record} unit={table.duty.unit} />
        ))}
      </ul>
      <NewPieces key={`${row.agencyId}/${stretch.startsOn}`} table={table} row={row} stretch={stretch} />
    </aside>
  );
}

function Piece({ record, unit }: { readonly record: DutyRecord; readonly unit: string }) {
  const change = (patch: Partial<Pick<DutyRecord, 'title' | 'receivedOn' | 'pieces' | 'note'>>): void =>
    void editRecord({ recordId: record.id, patch });
  return (
    <li data-testid={`piece-${record.id}`}>
      <EditText
        value={record.title}
        label="题目"
        onCommit={(title) => {
          if (title.trim() !== '') change({ title });
        }}
      />
      <div className="duty-piece-facts">
        <input
          className="input"
          type="date"
          aria-label="收到日期"
          // A day or number half typed is none: it is taken when the field is left.
          key={record.receivedOn}
          defaultValue={record.receivedOn}
          onBlur={(event) => {
            const { value } = event.target;
            if (value !== '' && value !== record.receivedOn) change({ receivedOn: value });
          }}
        />
        <label>
          计
          <input
            className="input"
            type="number"
            min={1}
            max={PIECES_MAX}
            aria-label={`计几${unit}`}
            key={record.pieces}
            defaultValue={record.pieces}
            onBlur={(event) => {
              const pieces = Number(event.target.value);
              const isNew = Number.isInteger(pieces) && pieces !== record.pieces;
              if (isNew && pieces >= 1 && pieces <= PIECES_MAX) change({ pieces });
            }}
          />
          {unit}
        </label>
        <IconButton
          label={`删除《${record.title}》`}
          icon={<Trash2 />}
          onClick={() => void editRecord({ recordId: record.id, patch: null })}
        />
      </div>
      <EditText value={record.note} label="备注" placeholder="备注" onCommit={(note) => change({ note })} />
    </li>
  );
}

function NewPieces({ table, row, stretch }: Omit<DutySideProps, 'column'>) {
  const [titles, setTitles] = useState('');
  const [day, setDay] = useState(table.today);
  const lines = titles
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const record = async (): Promise<void> => {
    const pieces = lines.map((title) => ({
      ...{ agencyId: row.agencyId, startsOn: stretch.startsOn, title },
      ...(day === '' ? {} : { receivedOn: day }),
    }));
    if (await recordPieces(table.duty.id, pieces, lines.length > 1 ? 'pasted' : 'typed')) setTitles('');
  };
  return (
    <div className="duty-new">
      <Field label="登记报送：题目，每行一篇，可以粘贴一列">
        <textarea
          className="input"
          rows={3}
          value={titles}
          data-testid="duty-titles"
          onChange={(event) => setTitles(event.target.value)}
        />
      </Field>
      <div className="duty-new-foot">
        <Field label="收到日期">
          <input className="input" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </Field>
        <Button tone="main" data-testid="duty-record" disabled={lines.length === 0} onClick={() => void record()}>
          {lines.length > 1 ? `登记 ${lines.length} ${table.duty.unit}` : '登记'}
        </Button>
      </div>
    </div>
  );
}
