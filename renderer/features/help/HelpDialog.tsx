import { LIGHT_LABELS, LIGHTS } from '#shared/domain/light.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
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
            {LIGHTS.map((light) => (
              <li key={light}>
                <LightChip light={light} label={LIGHT_LABELS[light]} />
                <span>{LIGHT_HELP[light]}</span>
              </li>
            ))}
          </ul>
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

const LIGHT_HELP: Readonly<Record<(typeof LIGHTS)[number], string>> = {
  done: '本期已报完成',
  'on-track': '本期已报推进中',
  reported: '本期已有填报内容，没有注明状态',
  'not-started': '本期已报未启动',
  waiting: '还没有报，离截止日还早',
  'due-soon': '还没有报，五天内截止',
  overdue: '截止日已过，还没有报',
  blocked: '报告进展受阻',
  exempt: '报告本期不涉及',
};

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
