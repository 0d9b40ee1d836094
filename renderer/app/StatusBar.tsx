import { useMemo } from 'react';
import { toggleLedgerLight, useLedgerView } from '#renderer/view/ledger-view-state.ts';
import { countMatrix, type MatrixCounts } from '#renderer/view/matrix-counts.ts';
import { toggleLight, useMatrixView } from '#renderer/view/view-state.ts';
import { LIGHT_SIGN_TEXTS, type LightDef } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import { isSheet, useScreen } from '../state/screen.ts';
import { type SaveState, useWindowState } from '../state/window-state.ts';
import { timeText } from '../text/dates.ts';
import { OperatorStatus } from './OperatorStatus.tsx';
import { SelectionStatus } from './SelectionStatus.tsx';
import { ZoomControl } from './ZoomControl.tsx';
import '../ui/light-chip.css';
import './status-bar.css';

export type StatusBarProps = {
  /** `undefined` while they are being read: a number that is not known is not said. */
  readonly tasks: readonly MatrixTask[] | undefined;
  /** Of the set of rules that the plan uses. */
  readonly lights: readonly LightDef[];
  readonly fileName: string;
};

/** Counts, lights (which filter when clicked), the data file, and whether everything is stored. */
export function StatusBar({ tasks, lights, fileName }: StatusBarProps) {
  const counts = useMemo(() => tasks && countMatrix(tasks), [tasks]);
  const screen = useScreen();
  const save = useWindowState((state) => state.save);
  const ready = useWindowState((state) => state.ready);
  return (
    <footer className="status-bar">
      {counts ? <Counts counts={counts} lights={lights} /> : <span data-testid="status-reading">正在读取…</span>}
      <SelectionStatus />
      {isSheet(screen) ? <ZoomControl /> : <span className="status-zoom" />}
      {ready ? <OperatorStatus /> : null}
      <span className="status-file" title={`数据文件：${fileName}`}>
        {fileName}
      </span>
      <span
        className={`save-state save-${save.kind}`}
        data-testid="save-state"
        data-state={save.kind}
        role="status"
        title={saveWords(save)}
      >
        {saveWords(save)}
      </span>
    </footer>
  );
}

function Counts({ counts, lights }: { readonly counts: MatrixCounts; readonly lights: readonly LightDef[] }) {
  const screen = useScreen();
  const inMatrix = screen === 'matrix';
  const matrixLights = useMatrixView((view) => view.lights);
  const ledgerLights = useLedgerView((view) => view.lights);
  // What is filtered is what is seen.
  const [chosen, toggle] = inMatrix ? [matrixLights, toggleLight] : [ledgerLights, toggleLedgerLight];
  return (
    <>
      <span data-testid="status-counts">
        任务 {counts.tasks} 项 · 单位 {counts.agencies} 个
      </span>
      <span className="status-roles">
        {ROLES.map((role) => (
          <span key={role} title={ROLE_LABELS[role]}>
            <b>{ROLE_MARKS[role]}</b> {counts.roles[role]}
          </span>
        ))}
      </span>
      {/* Returns have no lights to be filtered by. */}
      <fieldset className="status-lights" aria-label="按亮灯筛选" hidden={!isSheet(screen)}>
        {lights
          .filter(({ key }) => counts.lights.has(key) || chosen.includes(key))
          .map(({ key, word, colour, sign }) => (
            <button
              key={key}
              type="button"
              className={`status-light chip-${colour}`}
              data-testid={`light-${key}`}
              aria-pressed={chosen.includes(key)}
              title={chosen.includes(key) ? '取消筛选' : `只看“${word}”的${inMatrix ? '任务' : '台账行'}`}
              onClick={() => toggle(key)}
            >
              {sign === 'none' ? null : <b>{LIGHT_SIGN_TEXTS[sign]}</b>}
              {word} {counts.lights.get(key) ?? 0}
            </button>
          ))}
      </fieldset>
    </>
  );
}

function saveWords(save: SaveState): string {
  switch (save.kind) {
    case 'idle':
      return '没有未保存的改动';
    case 'dirty':
      return '未保存';
    case 'saving':
      return '正在保存…';
    case 'saved':
      return `已保存 ${timeText(save.at)}`;
    case 'failed':
      return `保存失败：${save.message}`;
  }
}
