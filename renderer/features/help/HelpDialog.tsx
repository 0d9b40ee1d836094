import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import { useLights } from '../../state/queries.ts';
import { closeDialog } from '../../state/window-state.ts';
import { keyWords } from '../../text/command-words.ts';
import { FORM_KEYS, GRID_KEYS, keysText, RETURN_KEYS } from '../../text/key-list.ts';
import { LightChip } from '../../ui/LightChip.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './help.css';

export type HelpDialogProps = {
  readonly commands: readonly { readonly id: string; readonly label: string; readonly shortcuts: readonly string[] }[];
};

/** Marks, lights and keys on one page. */
export function HelpDialog({ commands }: HelpDialogProps) {
  const lights = useLights();
  return (
    <Modal title="帮助" testId="help-dialog" onClose={closeDialog}>
      <div className="help">
        <section>
          <h3>标记</h3>
          <ul className="help-marks">
            {ROLES.map((role) => (
              <li key={role}>
                <b>{ROLE_MARKS[role]}</b> {ROLE_LABELS[role]}
              </li>
            ))}
          </ul>
          <h3>亮灯</h3>
          <ul className="help-lights">
            {lights.map((light) => (
              <li key={light.key}>
                <LightChip light={light} />
              </li>
            ))}
          </ul>
          <p className="help-note">什么时候亮哪一盏，见“数据 › 亮灯规则”。</p>
        </section>
        <section>
          <h3>矩阵和台账中的按键</h3>
          <KeyList lines={GRID_KEYS.map((line) => [keysText(line), line.words])} />
          <h3>窗口的按键</h3>
          <KeyList
            lines={commands
              .filter((command) => command.shortcuts.length > 0)
              .map((command) => [command.shortcuts.map(keyWords).join(' 或 '), command.label])}
          />
          <h3>核对回收表的按键</h3>
          <KeyList lines={RETURN_KEYS.map((line) => [keysText(line), line.words])} />
          <h3>填报时的按键</h3>
          <KeyList lines={FORM_KEYS.map((line) => [keysText(line), line.words])} />
        </section>
      </div>
    </Modal>
  );
}

function KeyList({ lines }: { readonly lines: readonly (readonly [keys: string, words: string])[] }) {
  return (
    <dl className="help-keys">
      {lines.map(([keys, words]) => (
        <div key={keys + words}>
          <dt>{keys}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
