import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { PickedFile } from '#shared/contract/shell.contract.ts';
import type { AgencyId, PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { showError } from '../../ui/toasts.ts';

/** What a closing is proven by, chosen and not written yet. */
export type ChosenProof = { readonly evidenceIds: readonly RowId[]; readonly files: readonly PickedFile[] };

export const NO_PROOF: ChosenProof = { evidenceIds: [], files: [] };

export type ClosingProofProps = {
  readonly planId: PlanId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly chosen: ChosenProof;
  readonly onChange: (chosen: ChosenProof) => void;
};

/** 佐证材料 of a closing: evidence of the place that is there is ticked, other files are chosen. */
export function ClosingProof({ planId, taskId, agencyId, chosen, onChange }: ClosingProofProps) {
  const all = useQuery(orpc.evidence.list.queryOptions({ input: { planId, taskIds: [taskId] } })).data ?? [];
  const lines = agencyId === null ? all : all.filter((line) => line.agencyId === null || line.agencyId === agencyId);
  const { evidenceIds, files } = chosen;
  const tick = (id: RowId, isOn: boolean): void => {
    const others = evidenceIds.filter((each) => each !== id);
    onChange({ ...chosen, evidenceIds: isOn ? [...others, id] : others });
  };
  const pick = async (): Promise<void> => {
    try {
      onChange({ ...chosen, files: [...files, ...(await getShell().pickOpenFiles({ purpose: 'evidence' }))] });
    } catch (reason) {
      showError(toAppError(reason));
    }
  };
  return (
    <fieldset className="closing-proof" data-testid="closing-proof">
      <legend>佐证材料</legend>
      <ul>
        {lines.map(({ id, title, catalogueNumber, fileName }) => (
          <li key={id}>
            <label title={fileName}>
              <input
                type="checkbox"
                checked={evidenceIds.includes(id)}
                onChange={(event) => tick(id, event.target.checked)}
              />
              {title} <small>{catalogueNumber}</small>
            </label>
          </li>
        ))}
        {files.map((file) => (
          <li key={file.ticket}>
            {file.fileName} <small>办结时添加</small>
            <IconButton
              label="不添加这个文件"
              icon={<X />}
              onClick={() => onChange({ ...chosen, files: files.filter((each) => each !== file) })}
            />
          </li>
        ))}
      </ul>
      <Button data-testid="closing-pick" onClick={() => void pick()}>
        选择文件…
      </Button>
    </fieldset>
  );
}
