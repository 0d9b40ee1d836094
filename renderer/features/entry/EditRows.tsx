import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import './edit-rows.css';

export type EditRowsProps<Row> = {
  readonly rows: readonly Row[];
  /** Unlike its place in the list, which changes. */
  readonly keyOf: (row: Row) => number | string;
  readonly heads: readonly { readonly label: string; readonly width?: string }[];
  /** The fields of a row, one cell each. */
  readonly fields: (row: Row, change: (patch: Partial<Row>) => void) => readonly ReactNode[];
  readonly blank: () => Row;
  readonly onChange: (rows: readonly Row[]) => void;
  /** What a row is called: 节点. */
  readonly what: string;
  /** Said while there is none. */
  readonly none: string;
};

/** A short list that is written, put in order and shortened by hand, a row for each. */
export function EditRows<Row>({ rows, keyOf, heads, fields, blank, onChange, what, none }: EditRowsProps<Row>) {
  const moved = (index: number, by: -1 | 1): void => {
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (row !== undefined) next.splice(index + by, 0, row);
    onChange(next);
  };
  return (
    <div className="edit-rows">
      {rows.length === 0 ? <p className="empty-note">{none}</p> : null}
      {rows.length > 0 ? (
        <table className="edit-table">
          <thead>
            <tr>
              {heads.map(({ label, width }) => (
                <th key={label} style={{ width }}>
                  {label}
                </th>
              ))}
              <th style={{ width: '88px' }} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={keyOf(row)} data-testid="edit-row">
                {fields(row, (patch) => onChange(rows.map((each) => (each === row ? { ...row, ...patch } : each)))).map(
                  (field, place) => (
                    <td key={heads[place]?.label}>{field}</td>
                  ),
                )}
                <td className="edit-tools">
                  <IconButton
                    label="上移"
                    icon={<ArrowUp />}
                    disabled={index === 0}
                    tabIndex={-1}
                    onClick={() => moved(index, -1)}
                  />
                  <IconButton
                    label="下移"
                    icon={<ArrowDown />}
                    disabled={index === rows.length - 1}
                    tabIndex={-1}
                    onClick={() => moved(index, 1)}
                  />
                  <IconButton
                    label={`删除这项${what}`}
                    icon={<X />}
                    tabIndex={-1}
                    onClick={() => onChange(rows.filter((each) => each !== row))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Button icon={<Plus />} data-testid="edit-rows-add" onClick={() => onChange([...rows, blank()])}>
        添加{what}
      </Button>
    </div>
  );
}
