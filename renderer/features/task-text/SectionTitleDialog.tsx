import { useState } from 'react';
import type { SectionView } from '#shared/domain/overview.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './task-text.css';

/** Renames a section from its heading. */
export function SectionTitleDialog({ section }: { readonly section: SectionView }) {
  const [title, setTitle] = useState(section.title);
  const wanted = title.trim();
  const canSave = wanted !== '' && wanted !== section.title;
  const save = async () => {
    if (!canSave) return;
    const outcome = await runStep(() => client.task.renameSection({ sectionId: section.id, title: wanted }));
    if (succeeded(outcome)) closeDialog();
  };
  return (
    <Modal
      title="修改章节标题"
      size="small"
      testId="section-title-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="section-title-save" disabled={!canSave} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Field label="标题">
        <input
          className="input"
          data-testid="section-title-input"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
