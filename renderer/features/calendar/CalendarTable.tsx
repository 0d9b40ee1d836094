import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import type { CalendarLine } from './calendar-draft.ts';

export type CalendarTableProps = {
  readonly year: number;
  readonly lines: readonly CalendarLine[];
  readonly onChange: (lines: readonly CalendarLine[]) => void;
};

const KINDS = { off: '休', worked: '班' } as const;

/** The lines of one year, each with its own inputs. */
export function CalendarTable({ year, lines, onChange }: CalendarTableProps) {
  const change = (at: number, patch: Partial<CalendarLine>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...patch } : line)));
  const add = (kind: CalendarLine['kind']): void => {
    onChange([...lines, { kind, name: '', from: `${year}-01-01`, to: `${year}-01-01` }]);
  };
  return (
    <>
      <table className="table calendar-table">
        <thead>
          <tr>
            <th>休/班</th>
            <th>名称</th>
            <th>自</th>
            <th>至</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <tr key={index} data-kind={line.kind}>
              <td>{KINDS[line.kind]}</td>
              <td>
                {line.kind === 'off' ? (
                  <input
                    className="input"
                    aria-label="名称"
                    maxLength={40}
                    value={line.name}
                    onChange={(event) => change(index, { name: event.target.value })}
                  />
                ) : (
                  '调休上班'
                )}
              </td>
              <td>
                <DateInput
                  label="自"
                  value={line.from}
                  reference={`${year}-01-01`}
                  onChange={(iso) => {
                    change(index, line.kind === 'worked' || line.to < iso ? { from: iso, to: iso } : { from: iso });
                  }}
                />
              </td>
              <td>
                {line.kind === 'off' ? (
                  <DateInput
                    label="至"
                    value={line.to}
                    reference={`${year}-01-01`}
                    onChange={(iso) => change(index, { to: iso })}
                  />
                ) : null}
              </td>
              <td>
                <IconButton
                  label="删除这一行"
                  icon={<X />}
                  onClick={() => onChange(lines.filter((_, at) => at !== index))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="calendar-add">
        <Button icon={<Plus />} data-testid="calendar-add-off" onClick={() => add('off')}>
          休息日
        </Button>
        <Button icon={<Plus />} data-testid="calendar-add-worked" onClick={() => add('worked')}>
          调休上班日
        </Button>
      </div>
    </>
  );
}
