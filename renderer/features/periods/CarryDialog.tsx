import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CARRIED_FIELDS, type CarriedField, periodBefore, USUALLY_CARRIED } from '#shared/domain/carry.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { DatedPeriod, Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import { orpc } from '../../bridge/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { carryForward } from './period-steps.ts';
import './periods.css';

export type CarryDialogProps = {
  readonly overview: Overview;
  readonly into: DatedPeriod;
  readonly onClose: () => void;
};

/** Chooses what a period takes over from the one before it. What it takes over is no report until somebody touches it. */
export function CarryDialog({ overview, into, onClose }: CarryDialogProps) {
  const before = periodBefore(overview.periods, into);
  const [fields, setFields] = useState(USUALLY_CARRIED);
  const [agencyId, setAgencyId] = useState<AgencyId | null>(null);
  const agencyIds = agencyId === null ? undefined : [agencyId];
  const order = { fromPeriodId: before?.id ?? into.id, intoPeriodId: into.id, fields, agencyIds };
  const { data } = useQuery({
    ...orpc.period.previewCarry.queryOptions({
      input: { ...order, fields: [...fields], agencyIds: agencyIds && [...agencyIds] },
    }),
    enabled: before !== undefined && fields.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
  const toggle = (field: CarriedField): void => {
    const chosen = new Set(fields);
    if (!chosen.delete(field)) chosen.add(field);
    setFields(CARRIED_FIELDS.filter((each) => chosen.has(each)));
  };
  return (
    <Modal
      title={`${periodTitle(into.label)}沿用上期内容`}
      lead={
        before
          ? `从${periodTitle(before.label)}带过来，本期已有内容的不动。`
          : '前面没有同一类的报送期，没有内容可以沿用。'
      }
      size="small"
      testId="carry-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>不沿用</Button>
          <Button
            tone="main"
            data-testid="carry-yes"
            disabled={!before || !data || data.entries === 0 || fields.length === 0}
            onClick={() => void carryForward(order).then((done) => done && onClose())}
          >
            {data && data.entries > 0 ? `沿用 ${data.entries} 处` : '沿用'}
          </Button>
        </>
      }
    >
      <fieldset className="carry-fields" aria-label="沿用哪些内容">
        {CARRIED_FIELDS.map((field) => (
          <label key={field}>
            <input
              type="checkbox"
              data-testid={`carry-${field}`}
              checked={fields.includes(field)}
              onChange={() => toggle(field)}
            />
            {PROGRESS_FIELD_LABELS[field]}
          </label>
        ))}
      </fieldset>
      <Field label="单位">
        <select
          className="select"
          data-testid="carry-agency"
          value={agencyId ?? ''}
          onChange={(event) =>
            setAgencyId(overview.agencies.find(({ id }) => String(id) === event.target.value)?.id ?? null)
          }
        >
          <option value="">全部单位</option>
          {overview.agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <p className="carry-note" role="status">
        {data ? carryText(data) : null}
        沿用的内容不算本期已报：填写、收回填报表，或确认沿用以后才算。
      </p>
    </Modal>
  );
}

function carryText({
  entries,
  kept,
  notOwed,
}: {
  readonly entries: number;
  readonly kept: number;
  readonly notOwed: number;
}) {
  const parts = [
    `可沿用 ${entries} 处`,
    ...(kept === 0 ? [] : [`本期已有内容 ${kept} 处`]),
    ...(notOwed === 0 ? [] : [`本期不再应报 ${notOwed} 处`]),
  ];
  return `${parts.join('，')}。`;
}
