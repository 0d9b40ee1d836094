import type { ShellBridge } from '#shared/contract/shell.contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script before any page script runs. */
    readonly shell: ShellBridge;
  }
}

/** What the page may ask of the desktop shell: dialogs, menus, the window itself. */
export function getShell(): ShellBridge {
  return window.shell;
}
