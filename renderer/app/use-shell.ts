import { useEffect } from 'react';
import type { MenuCommand } from '#shared/contract/shell.contract.ts';
import { AppError } from '#shared/errors.ts';
import { toAppError } from '../bridge/app-error.ts';
import { getShell } from '../bridge/shell.ts';
import { setBackendGone, useWindowState } from '../state/window-state.ts';
import { showError, showNotice } from '../ui/toasts.ts';
import { windowActions, windowFacts } from './actions.ts';
import { type Command, commandOf, commandOfKey } from './commands.ts';
import { onDragOver, onDrop } from './dropped-files.ts';

/** Ties keys and native menu to the table of commands, and keeps the menu's labels true. */
export function useShell(): void {
  const undoLabel = useWindowState((state) => state.undoLabel);
  const redoLabel = useWindowState((state) => state.redoLabel);
  const composesInCell = useWindowState((state) => state.composesInCell);

  useEffect(() => {
    getShell()
      .setMenuState({ undoLabel, redoLabel, composesInCell })
      .catch((reason: unknown) => showError(toAppError(reason)));
  }, [undoLabel, redoLabel, composesInCell]);

  useEffect(() => {
    const stopMenu = getShell().onMenuCommand(onMenuCommand);
    const stopGone = getShell().onBackendGone(setBackendGone);
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('beforeunload', leaveField);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      stopMenu();
      stopGone();
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('beforeunload', leaveField);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
}

function runIfEnabled(command: Command): void {
  const facts = windowFacts();
  if (command.enabled(facts)) command.run(windowActions);
  // What a key or the native menu asks for all the same is refused with its reason.
  else if (facts.inPast && command.enabled({ ...facts, onTask: true, screen: 'matrix', inPast: false })) {
    showError(new AppError('PAST_READ_ONLY'));
  } else if (command.enabled({ ...facts, onTask: true, screen: 'matrix' }) && facts.screen !== 'matrix') {
    showNotice('这里不能增删、移动任务', `请先回到“责任矩阵”（Ctrl+PgUp），再用“${command.label}”。`);
  }
  // The native menu cannot grey these with every move of the cursor.
  else if (command.enabled({ ...facts, onTask: true })) {
    showNotice('没有选中任务', `请先点选任务所在的行，再用“${command.label}”。`);
  }
}

function onMenuCommand(id: MenuCommand): void {
  // The menu's Ctrl+Z reaches us even when it was meant for the text being typed.
  if ((id === 'undo' || id === 'redo') && isTextField(document.activeElement)) {
    document.execCommand(id);
    return;
  }
  runIfEnabled(commandOf(id));
}

function onKeyDown(event: KeyboardEvent): void {
  const command = commandOfKey(event, isTextField(event.target));
  if (!command) return;
  event.preventDefault();
  runIfEnabled(command);
}

/** Closing the window leaves the field being typed in, and leaving a field stores it. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Inputs that hold text of their own; a radio button or a check box has nothing to take back. */
function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type);
}
