import { useState } from 'react';
import { AGENCY_KIND_LABELS, AGENCY_KINDS, type AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { typedNames } from './agency-rows.ts';
import { addAgencies } from './edit-agencies.ts';

export type AddAgenciesDialogProps = {
  readonly onAdded: (first: AgencyId) => void;
  readonly onClose: () => void;
};

/** One agency or a pasted list of them, as one step. */
export function AddAgenciesDialog({ onAdded, onClose }: AddAgenciesDialogProps) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<AgencyKind | null>(null);
  const names = typedNames(text);
  const add = async (): Promise<void> => {
    const first = await addAgencies(names, kind);
    // A refused name stays to be corrected.
    if (first === null) return;
    onAdded(first);
    onClose();
  };
  return (
    <Modal
      title="新增单位"
      size="small"
      testId="add-agencies"
      hold={text !== ''}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="add-agencies-take" disabled={names.length === 0} onClick={() => void add()}>
            {names.length > 1 ? `新增 ${names.length} 个单位` : '新增'}
          </Button>
        </>
      }
    >
      <Field label="单位全称，每行一个，可以从 Excel 或 WPS 粘贴一列">
        <textarea
          className="input"
          data-testid="add-agencies-names"
          rows={8}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Field label="类别">
        <select
          className="select"
          data-testid="add-agencies-kind"
          value={kind ?? ''}
          onChange={(event) => setKind(AGENCY_KINDS.find((one) => one === event.target.value) ?? null)}
        >
          <option value="">按名称判断</option>
          {AGENCY_KINDS.map((one) => (
            <option key={one} value={one}>
              {AGENCY_KIND_LABELS[one]}
            </option>
          ))}
        </select>
      </Field>
    </Modal>
  );
}
