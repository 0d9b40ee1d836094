import { type FormEvent, useState } from 'react';
import type { Overview, StepReport } from '#shared/domain/views.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog, type Named } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './task-text.css';

export type NameDialogProps = { readonly named: Named; readonly overview: Overview };

/** Renames a unit or a section from its head. Everything else about a unit is in the 单位名录. */
export function NameDialog({ named, overview }: NameDialogProps) {
  const agency = named.kind === 'agency' ? overview.agencies.find(({ id }) => id === named.agencyId) : undefined;
  const section = named.kind === 'section' ? overview.sections.find(({ id }) => id === named.sectionId) : undefined;
  const before = { name: agency?.name ?? section?.title ?? '', shortName: agency?.shortName ?? '' };
  const [name, setName] = useState(before.name);
  const [shortName, setShortName] = useState(before.shortName);
  const changed = name.trim() !== before.name || shortName.trim() !== before.shortName;
  const complete = name.trim() !== '' && (!agency || shortName.trim() !== '');

  const write = (): Promise<StepReport> =>
    named.kind === 'agency'
      ? client.agency.update({
          agencyId: named.agencyId,
          patch: {
            ...(name.trim() === before.name ? {} : { name }),
            ...(shortName.trim() === before.shortName ? {} : { shortName }),
          },
        })
      : client.task.renameSection({ sectionId: named.sectionId, title: name });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (changed && complete && succeeded(await runStep(write))) closeDialog();
  };
  return (
    <Modal
      title={agency ? '修改单位名称' : '修改章节标题'}
      {...(agency ? { lead: '原来的全称记为曾用名，旧文件和旧填报表仍能对上。' } : {})}
      size="small"
      testId="name-dialog"
      onClose={closeDialog}
    >
      <form className="name-form" onSubmit={(event) => void save(event)}>
        <Field label={agency ? '全称' : '标题'}>
          <input
            className="input"
            data-testid="name-input"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {agency ? (
          <Field label="简称（表头显示）">
            <input
              className="input"
              data-testid="short-name-input"
              value={shortName}
              onChange={(event) => setShortName(event.target.value)}
            />
          </Field>
        ) : null}
        <div className="name-foot">
          <Button tone="main" type="submit" data-testid="name-save" disabled={!changed || !complete}>
            保存
          </Button>
        </div>
      </form>
    </Modal>
  );
}
