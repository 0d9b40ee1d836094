import { useMemo, useState } from 'react';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { periodText } from '../../text/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { revealFile } from '../exports/reveal-file.ts';
import { type FillOutcome, type FillScope, type FillSource, fillTemplate } from './fill-template.ts';

export type FillDialogProps = {
  readonly source: FillSource;
  readonly overview: Overview;
  readonly period: PeriodView;
  readonly onClose: () => void;
};

/** 按此表填报: which period, whose rows; then a file, and what was filled. */
export function FillDialog({ source, overview, period, onClose }: FillDialogProps) {
  const [chosen, choose] = useState(period);
  const [scope, setScope] = useState<FillScope>('all');
  const [outcome, setOutcome] = useState<FillOutcome | null>(null);
  const agencies = useMemo(() => overview.agencies.filter(({ duties }) => duties > 0), [overview.agencies]);
  const fill = (): void => void fillTemplate(source, overview, chosen, scope).then((done) => done && setOutcome(done));
  if (outcome) return <FilledDialog outcome={outcome} onClose={onClose} />;
  return (
    <Modal
      title="按此表填报"
      lead={`“${source.name}”（${source.fileName}）：只填写指定的列，其他内容保持原样。`}
      testId="fill-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="fill-start" onClick={fill}>
            填写并另存为…
          </Button>
        </>
      }
    >
      <div className="template-fill">
        <Field label="报送期">
          <select
            className="select"
            data-testid="fill-period"
            value={chosen.id}
            onChange={(event) => {
              const next = overview.periods.find(({ id }) => String(id) === event.target.value);
              if (next) choose(next);
            }}
          >
            {overview.periods.map((each) => (
              <option key={each.id} value={each.id}>
                {periodText(each)}
              </option>
            ))}
          </select>
        </Field>
        {chosen.id === overview.currentPeriodId ? null : (
          <p className="template-other" role="status">
            填的是{periodTitle(chosen.label)}的进展，不是当期。
          </p>
        )}
        <Field label="填报范围">
          <select
            className="select"
            data-testid="fill-scope"
            value={typeof scope === 'string' ? scope : String(scope.agencyId)}
            onChange={(event) => {
              const { value } = event.target;
              const agency = agencies.find(({ id }) => String(id) === value);
              setScope(agency ? { agencyId: agency.id } : value === 'lead' ? 'lead' : 'all');
            }}
          >
            <option value="all">全部任务，汇总各责任单位的进展</option>
            <option value="lead">全部任务，只用牵头单位的进展</option>
            <optgroup label="只填一个单位">
              {agencies.map(({ id, name, duties }) => (
                <option key={id} value={id}>
                  {name}（{duties} 项）
                </option>
              ))}
            </optgroup>
          </select>
        </Field>
      </div>
    </Modal>
  );
}

function FilledDialog({
  outcome: { filled, ticket },
  onClose,
}: {
  readonly outcome: FillOutcome;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      title="已按表样填好"
      lead={`${filled.fileName}：工作表“${filled.sheet}”填写 ${filled.filledRows} 行、${filled.filledCells} 格。`}
      testId="filled-dialog"
      onClose={onClose}
      footer={
        <>
          <Button data-testid="filled-reveal" onClick={() => void revealFile(ticket)}>
            打开所在文件夹
          </Button>
          <Button tone="main" data-testid="filled-close" onClick={onClose}>
            关闭
          </Button>
        </>
      }
    >
      {filled.notes.length === 0 ? (
        <p className="empty-note">表中其他内容保持原样，公式在打开时重新计算。</p>
      ) : (
        <ul className="template-notes">
          {filled.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Modal>
  );
}
