import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';

export type NameDialogProps = {
  readonly title: string;
  readonly name: string;
  /** Names of the other layouts. */
  readonly taken: readonly string[];
  readonly onKeep: (name: string) => void;
  readonly onClose: () => void;
};

const NAME_MAX = 60;

/** Asks what an own layout is to be called. */
export function NameDialog({ title, name: before, taken, onKeep, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState(before);
  const name = typed.trim();
  const isTaken = taken.includes(name);
  return (
    <Modal
      title={title}
      size="small"
      testId="layout-name-dialog"
      hold
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            tone="main"
            data-testid="layout-name-keep"
            disabled={name === '' || isTaken}
            onClick={() => onKeep(name)}
          >
            保存
          </Button>
        </>
      }
    >
      <Field label="表样名称">
        <input
          className="input"
          data-testid="layout-name"
          maxLength={NAME_MAX}
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
      <p className="layout-hint" role="status">
        {isTaken
          ? `已经有叫“${name}”的表样，请换一个名称。`
          : '保存在数据文件中，随数据文件一起带走；也可以导出为表样文件。'}
      </p>
    </Modal>
  );
}
