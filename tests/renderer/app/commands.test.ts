import { describe, expect, it } from 'vitest';
import {
  COMMANDS,
  type CommandActions,
  type CommandFacts,
  commandOf,
  commandOfKey,
  type ShortcutPress,
  shortcutOf,
} from '#renderer/app/commands.ts';
import { MENU_COMMANDS } from '#shared/contract/shell.contract.ts';

const FREE: CommandFacts = {
  ready: true,
  busy: false,
  dialogOpen: false,
  onTask: true,
  screen: 'matrix',
  sorted: false,
  rowsHidden: true,
  undoLabel: '设为牵头',
  redoLabel: '设为配合',
  inPast: false,
};

function press(key: string, with_: Partial<ShortcutPress> = {}): ShortcutPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, ...with_ };
}

describe('the table of commands', () => {
  it('has every command of the native menu exactly once', () => {
    expect(COMMANDS.map((command) => command.id).toSorted()).toEqual([...MENU_COMMANDS].toSorted());
  });

  it('gives no key to two commands', () => {
    const keys = COMMANDS.flatMap((command) => command.shortcuts);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('runs each command by its own action and no other', () => {
    const called: string[] = [];
    const note = (name: string) => () => void called.push(name);
    const actions: CommandActions = {
      undo: note('undo'),
      redo: note('redo'),
      printPreview: note('print-preview'),
      exportTable: (layout) => void called.push(`export-${layout}`),
      showExports: note('export'),
      sendForms: note('send-forms'),
      showTemplates: note('templates'),
      takeReturns: note('take-returns'),
      takeFolder: note('take-folder'),
      takeDataFile: note('take-data-file'),
      showReturnsOverview: note('returns-overview'),
      showReturnRules: note('return-rules'),
      readDocument: note('read-document'),
      readClipboard: note('read-clipboard'),
      readRevision: note('read-revision'),
      switchPlan: note('switch-plan'),
      showPeriods: note('periods'),
      carryForward: note('carry-forward'),
      confirmCarried: note('confirm-carried'),
      showDeadlines: note('deadlines'),
      setCadence: note('cadence'),
      showCalendar: note('calendar'),
      showLightRules: note('light-rules'),
      showAgencies: note('agencies'),
      showVerifications: note('verifications'),
      showEvidence: note('evidence'),
      copyDataFile: note('copy-data-file'),
      showPeople: (what) => void called.push(what),
      showHistory: note('history'),
      showSendings: note('sendings'),
      lookBack: note('look-back'),
      nameOperator: note('operator'),
      showCheck: note('check'),
      showHelp: note('help'),
      showAbout: note('about'),
      find: note('find'),
      replace: note('replace'),
      findNext: note('find-next'),
      findPrevious: note('find-previous'),
      insertTask: (where) => void called.push(`insert-${where}`),
      removeTasks: note('remove-tasks'),
      moveTasks: (direction) => void called.push(direction < 0 ? 'move-up' : 'move-down'),
      moveToSection: note('move-to-section'),
      renumberTasks: note('renumber-tasks'),
      editTask: note('edit-task'),
      editNote: note('note'),
      showCellHistory: note('cell-history'),
      hideRows: note('hide-rows'),
      showRows: note('show-rows'),
      focusFilter: note('filter'),
      goTo: note('go-to'),
      showKind: (kind) => void called.push(`view-${kind}`),
      showScreen: (screen) => void called.push(`show-${screen}`),
      stepScreen: (direction) => void called.push(direction < 0 ? 'previous-screen' : 'next-screen'),
      manageViews: note('views'),
      toggleDutiesOnly: note('toggle-duties-only'),
      toggleGroups: note('toggle-groups'),
      togglePanel: note('toggle-panel'),
      toggleComposing: note('toggle-composing'),
      focusNextPane: note('next-pane'),
      stepQuestion: (step) => void called.push(step < 0 ? 'previous-doubt' : 'next-doubt'),
      openTaskPage: note('task-page'),
      openAgencyPage: note('agency-page'),
      stepPage: (direction) => void called.push(direction < 0 ? 'page-back' : 'page-forward'),
      showWeek: note('show-week'),
      draftSummary: note('draft-summary'),
    };
    for (const command of COMMANDS) command.run(actions);
    expect(called).toEqual(COMMANDS.map((command) => command.id));
  });

  it('greys undo and redo when there is nothing to take back or do again', () => {
    expect(commandOf('undo').enabled({ ...FREE, undoLabel: null })).toBe(false);
    expect(commandOf('undo').enabled(FREE)).toBe(true);
    expect(commandOf('redo').enabled({ ...FREE, redoLabel: null })).toBe(false);
    // In the past everything is looked at, and nothing is done.
    expect(commandOf('undo').enabled({ ...FREE, inPast: true })).toBe(false);
    expect(commandOf('send-forms').enabled({ ...FREE, inPast: true })).toBe(false);
    expect(commandOf('export-matrix').enabled({ ...FREE, inPast: true })).toBe(true);
  });

  it('changes the rows of the plan only where they stand: in the matrix, not in the ledger', () => {
    const inLedger = { ...FREE, screen: 'ledger' } as const;
    const only = COMMANDS.filter((command) => command.enabled(FREE) && !command.enabled(inLedger));
    expect(only.map(({ id }) => id)).toEqual([
      'insert-above',
      'insert-below',
      'remove-tasks',
      'move-up',
      'move-down',
      'move-to-section',
      'hide-rows',
      'set-people',
    ]);
  });

  it('runs nothing before the plan is shown, during long work, or under a dialog', () => {
    const occupied = [{ ready: false }, { busy: true }, { dialogOpen: true }];
    for (const fact of occupied) {
      expect(COMMANDS.filter((command) => command.enabled({ ...FREE, ...fact }))).toEqual([]);
    }
  });
});

describe('keys', () => {
  it('are named as people write them, small and capital letters alike', () => {
    expect(shortcutOf(press('z', { ctrlKey: true }))).toBe('Ctrl+Z');
    expect(shortcutOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Z');
    expect(shortcutOf(press('F4'))).toBe('F4');
  });

  it('Ctrl+Y and Ctrl+Shift+Z both do again', () => {
    expect(commandOfKey(press('y', { ctrlKey: true }), false)?.id).toBe('redo');
    expect(commandOfKey(press('Z', { ctrlKey: true, shiftKey: true }), false)?.id).toBe('redo');
  });

  it('Ctrl+Z in a text belongs to the text, Ctrl+F does not', () => {
    expect(commandOfKey(press('z', { ctrlKey: true }), true)).toBeUndefined();
    expect(commandOfKey(press('f', { ctrlKey: true }), true)?.id).toBe('find');
  });

  it('mean nothing while an input method composes words', () => {
    expect(commandOfKey(press('F4', { isComposing: true }), false)).toBeUndefined();
  });

  it('a bare letter is never a command', () => {
    for (const key of ['z', 'f', 'd', 'h', '1']) expect(commandOfKey(press(key), false)).toBeUndefined();
  });
});
