import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { EVIDENCE_STATE_LABELS } from '#shared/domain/evidence.ts';
import type { AgencyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { TaskDetail } from '#shared/domain/matrix.ts';
import { client, orpc } from '../../bridge/client.ts';
import { runStep } from '../../state/run-step.ts';
import { IconButton } from '../../ui/Button.tsx';
import { closingText } from './closing-text.ts';
import { dropEvidence, openEvidence, pickEvidence } from './evidence-work.ts';
import { sizeText } from './size-text.ts';

export type EvidenceSectionProps = {
  readonly task: TaskDetail;
  readonly agencyId: AgencyId | null;
  readonly planId: PlanId;
  readonly periodId: PeriodId;
};

/** 佐证材料 of the task and the chosen unit: added by a click or dropped here, opened by a click. */
export function EvidenceSection({ task, agencyId, planId, periodId }: EvidenceSectionProps) {
  const [isDropping, setDropping] = useState(false);
  const all = useQuery(orpc.evidence.list.queryOptions({ input: { planId, taskIds: [task.id] } })).data ?? [];
  const lines = agencyId === null ? all : all.filter((line) => line.agencyId === null || line.agencyId === agencyId);
  const place = { taskId: task.id, agencyId, periodId };
  const onDrop = (event: DragEvent): void => {
    setDropping(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    // Not also a return: the window takes what is dropped anywhere else.
    event.preventDefault();
    event.stopPropagation();
    void dropEvidence(place, files);
  };
  return (
    <section
      className={isDropping ? 'entry-section is-dropping' : 'entry-section'}
      aria-label="佐证材料"
      data-testid="evidence-section"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={onDrop}
    >
      <h3>
        佐证材料
        <span className="entry-count">{lines.length === 0 ? '' : lines.length}</span>
        <button
          type="button"
          className="text-button"
          data-testid="add-evidence"
          title="可以一次选几个文件，也可以把文件拖到这里"
          onClick={() => void pickEvidence(place)}
        >
          添加…
        </button>
      </h3>
      {lines.length === 0 ? null : (
        <ul className="entry-list" data-testid="evidence-list">
          {lines.map((line) => (
            <li key={line.id}>
              <button
                type="button"
                className="text-button"
                title={`${line.catalogueNumber} ${line.fileName}`}
                onClick={() => void openEvidence(line)}
              >
                {line.title}
              </button>
              <small className={line.state === 'whole' ? '' : 'is-troubled'}>
                {line.state === 'whole' ? sizeText(line.size) : EVIDENCE_STATE_LABELS[line.state]}
              </small>
              {line.closing === null ? null : (
                <small title={`用于${closingText(line)}的办结`} data-testid="evidence-closing">
                  办结
                </small>
              )}
              <IconButton
                label="移出这份材料（可以撤销）"
                icon={<X />}
                onClick={() => void runStep(() => client.evidence.remove({ id: line.id }))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
