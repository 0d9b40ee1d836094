import type { ViewKind } from '#renderer/view/matrix-view.ts';
import type { MenuCommand } from '#shared/contract/shell.contract.ts';
import type { Layout } from '#shared/domain/layout.ts';
import type { Screen } from '../state/screen.ts';
import { COMMAND_WORDS } from '../text/command-words.ts';

/**
 * Everything the window can be told to do, once: buttons, keys and the native menu look here.
 * `enabled` is what a greyed button and a refused key agree on.
 */
export type Command = {
  readonly id: MenuCommand;
  readonly label: string;
  /** As written for people: `Ctrl+Z`. The first is shown. Empty: by button or menu only. */
  readonly shortcuts: readonly string[];
  readonly enabled: (facts: CommandFacts) => boolean;
  readonly run: (actions: CommandActions) => void;
};

/** What decides whether a command can run now. */
export type CommandFacts = {
  readonly ready: boolean;
  /** A long work is under way; it must end before another begins. */
  readonly busy: boolean;
  readonly dialogOpen: boolean;
  /** The cursor stands in a task's row of the screen in front. */
  readonly onTask: boolean;
  readonly screen: Screen;
  /** Rows stand in another order than the plan's: they cannot be moved then. */
  readonly sorted: boolean;
  readonly rowsHidden: boolean;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** The window looks at the past, in which nothing is done. */
  readonly inPast: boolean;
};

/** Commands about people, matters and years: each opens its dialog. */
export type PeopleCommand = 'set-people' | 'leaders' | 'new-matter' | 'matters' | 'next-year' | 'compare-years';

/** What commands do; the window provides it, tests provide their own. */
export type CommandActions = {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly printPreview: () => void;
  readonly exportTable: (layout: Layout) => void;
  readonly showExports: () => void;
  readonly sendForms: () => void;
  readonly showTemplates: () => void;
  readonly takeReturns: () => void;
  readonly takeFolder: () => void;
  readonly takeDataFile: () => void;
  readonly showReturnsOverview: () => void;
  readonly showReturnRules: () => void;
  readonly readDocument: () => void;
  readonly readClipboard: () => void;
  readonly readRevision: () => void;
  readonly switchPlan: () => void;
  readonly showPeriods: () => void;
  readonly carryForward: () => void;
  readonly confirmCarried: () => void;
  readonly showDeadlines: () => void;
  readonly setCadence: () => void;
  readonly showCalendar: () => void;
  readonly showLightRules: () => void;
  readonly showAgencies: () => void;
  readonly showPeople: (what: PeopleCommand) => void;
  readonly showHistory: () => void;
  readonly showSendings: () => void;
  readonly lookBack: () => void;
  readonly nameOperator: () => void;
  readonly showCheck: () => void;
  readonly showVerifications: () => void;
  readonly showEvidence: () => void;
  readonly copyDataFile: () => void;
  readonly showHelp: () => void;
  readonly showAbout: () => void;
  readonly find: () => void;
  readonly replace: () => void;
  readonly findNext: () => void;
  readonly findPrevious: () => void;
  readonly insertTask: (where: 'above' | 'below') => void;
  readonly removeTasks: () => void;
  readonly moveTasks: (direction: -1 | 1) => void;
  readonly moveToSection: () => void;
  readonly renumberTasks: () => void;
  readonly editTask: () => void;
  readonly editNote: () => void;
  readonly showCellHistory: () => void;
  readonly hideRows: () => void;
  readonly showRows: () => void;
  readonly focusFilter: () => void;
  readonly goTo: () => void;
  readonly showKind: (kind: ViewKind) => void;
  readonly showScreen: (screen: Screen) => void;
  readonly stepScreen: (direction: 1 | -1) => void;
  readonly manageViews: () => void;
  readonly toggleDutiesOnly: () => void;
  readonly toggleGroups: () => void;
  readonly togglePanel: () => void;
  readonly toggleComposing: () => void;
  readonly focusNextPane: () => void;
  readonly stepQuestion: (step: 1 | -1) => void;
  readonly openTaskPage: () => void;
  readonly openAgencyPage: () => void;
  readonly stepPage: (direction: 1 | -1) => void;
  readonly showWeek: () => void;
  readonly draftSummary: () => void;
};

const free = (facts: CommandFacts): boolean => facts.ready && !facts.busy && !facts.dialogOpen;

const onTask = (facts: CommandFacts): boolean => free(facts) && facts.onTask;

/** What changes the plan's rows is done where its rows stand. */
const onRow = (facts: CommandFacts): boolean => onTask(facts) && facts.screen === 'matrix';

/** Returns are walked through where they are reviewed. */
const inReturns = (facts: CommandFacts): boolean => free(facts) && facts.screen === 'returns';

/** Pages are gone through where they are shown. */
const inPages = (facts: CommandFacts): boolean => free(facts) && facts.screen === 'pages';

const movable = (facts: CommandFacts): boolean => onRow(facts) && !facts.sorted;

/** Commands that do nothing but change the data file, send something out or take something in. */
const CHANGING: ReadonlySet<MenuCommand> = new Set([
  'undo',
  'redo',
  'insert-above',
  'insert-below',
  'remove-tasks',
  'move-up',
  'move-down',
  'move-to-section',
  'renumber-tasks',
  'edit-task',
  'note',
  'replace',
  'send-forms',
  'templates',
  'take-returns',
  'take-folder',
  'take-data-file',
  'read-document',
  'read-clipboard',
  'read-revision',
]);

const define = (
  id: MenuCommand,
  shortcuts: readonly string[],
  run: Command['run'],
  enabled: Command['enabled'] = free,
): Command => ({
  id,
  label: COMMAND_WORDS[id],
  shortcuts,
  enabled: (facts) => !(facts.inPast && CHANGING.has(id)) && enabled(facts),
  run,
});

export const COMMANDS: readonly Command[] = [
  define(
    'undo',
    ['Ctrl+Z'],
    (to) => to.undo(),
    (facts) => free(facts) && facts.undoLabel !== null,
  ),
  define(
    'redo',
    ['Ctrl+Y', 'Ctrl+Shift+Z'],
    (to) => to.redo(),
    (facts) => free(facts) && facts.redoLabel !== null,
  ),
  define('find', ['Ctrl+F'], (to) => to.find()),
  define('replace', ['Ctrl+H'], (to) => to.replace()),
  define('find-next', ['F3'], (to) => to.findNext()),
  define('find-previous', ['Shift+F3'], (to) => to.findPrevious()),
  define('filter', ['Ctrl+Shift+F'], (to) => to.focusFilter()),
  define('go-to', ['Ctrl+J', 'Ctrl+G'], (to) => to.goTo()),
  define('view-roles', ['Ctrl+1'], (to) => to.showKind('roles')),
  define('view-progress', ['Ctrl+2'], (to) => to.showKind('progress')),
  define('show-matrix', [], (to) => to.showScreen('matrix')),
  define('show-ledger', [], (to) => to.showScreen('ledger')),
  define('show-returns', [], (to) => to.showScreen('returns')),
  define('show-statistics', [], (to) => to.showScreen('statistics')),
  define('show-duties', [], (to) => to.showScreen('duties')),
  define('show-reminders', [], (to) => to.showScreen('reminders')),
  define('next-doubt', ['F8'], (to) => to.stepQuestion(1), inReturns),
  define('previous-doubt', ['Shift+F8'], (to) => to.stepQuestion(-1), inReturns),
  define('next-screen', ['Ctrl+PageDown'], (to) => to.stepScreen(1)),
  define('previous-screen', ['Ctrl+PageUp'], (to) => to.stepScreen(-1)),
  define('views', [], (to) => to.manageViews()),
  define('insert-above', [], (to) => to.insertTask('above'), onRow),
  define('insert-below', [], (to) => to.insertTask('below'), onRow),
  define('remove-tasks', [], (to) => to.removeTasks(), onRow),
  define('move-up', ['Alt+Shift+Up'], (to) => to.moveTasks(-1), movable),
  define('move-down', ['Alt+Shift+Down'], (to) => to.moveTasks(1), movable),
  define('move-to-section', [], (to) => to.moveToSection(), onRow),
  define('renumber-tasks', [], (to) => to.renumberTasks()),
  define('edit-task', [], (to) => to.editTask(), onTask),
  define('note', ['Shift+F2'], (to) => to.editNote(), onTask),
  define('cell-history', [], (to) => to.showCellHistory(), onTask),
  define('hide-rows', [], (to) => to.hideRows(), onRow),
  define(
    'show-rows',
    [],
    (to) => to.showRows(),
    (facts) => free(facts) && facts.rowsHidden,
  ),
  define('toggle-panel', ['F4'], (to) => to.togglePanel()),
  define('next-pane', ['F6'], (to) => to.focusNextPane()),
  define('toggle-composing', [], (to) => to.toggleComposing()),
  define('print-preview', ['Ctrl+P'], (to) => to.printPreview()),
  define('toggle-duties-only', ['Ctrl+Shift+D'], (to) => to.toggleDutiesOnly()),
  define('toggle-groups', [], (to) => to.toggleGroups()),
  define('export', ['Ctrl+E'], (to) => to.showExports()),
  define('export-matrix', [], (to) => to.exportTable('matrix')),
  define('export-decomposition', [], (to) => to.exportTable('decomposition')),
  define('export-ledger', [], (to) => to.exportTable('ledger')),
  define('send-forms', [], (to) => to.sendForms()),
  define('templates', [], (to) => to.showTemplates()),
  define('take-returns', [], (to) => to.takeReturns()),
  define('take-folder', [], (to) => to.takeFolder()),
  define('take-data-file', [], (to) => to.takeDataFile()),
  define('returns-overview', [], (to) => to.showReturnsOverview()),
  define('return-rules', [], (to) => to.showReturnRules()),
  define('read-document', [], (to) => to.readDocument()),
  define('read-clipboard', [], (to) => to.readClipboard()),
  define('read-revision', [], (to) => to.readRevision()),
  define('switch-plan', [], (to) => to.switchPlan()),
  define('periods', [], (to) => to.showPeriods()),
  define('carry-forward', [], (to) => to.carryForward()),
  define('confirm-carried', [], (to) => to.confirmCarried(), onTask),
  define('deadlines', [], (to) => to.showDeadlines(), onTask),
  define('cadence', [], (to) => to.setCadence(), onTask),
  define('calendar', [], (to) => to.showCalendar()),
  define('light-rules', [], (to) => to.showLightRules()),
  define('agencies', [], (to) => to.showAgencies()),
  define('set-people', [], (to) => to.showPeople('set-people'), onRow),
  define('leaders', [], (to) => to.showPeople('leaders')),
  define('new-matter', [], (to) => to.showPeople('new-matter')),
  define('matters', [], (to) => to.showPeople('matters')),
  define('next-year', [], (to) => to.showPeople('next-year')),
  define('compare-years', [], (to) => to.showPeople('compare-years')),
  define('history', ['Ctrl+Shift+H'], (to) => to.showHistory()),
  define('sendings', [], (to) => to.showSendings()),
  define('look-back', [], (to) => to.lookBack()),
  define('operator', [], (to) => to.nameOperator()),
  define('check', [], (to) => to.showCheck()),
  define('verifications', [], (to) => to.showVerifications()),
  define('evidence', [], (to) => to.showEvidence()),
  define('copy-data-file', [], (to) => to.copyDataFile()),
  define('show-week', [], (to) => to.showWeek()),
  define('show-pages', [], (to) => to.showScreen('pages')),
  define('task-page', [], (to) => to.openTaskPage(), onTask),
  define('agency-page', [], (to) => to.openAgencyPage(), onTask),
  define('page-back', ['Alt+Left'], (to) => to.stepPage(-1), inPages),
  define('page-forward', ['Alt+Right'], (to) => to.stepPage(1), inPages),
  define('draft-summary', [], (to) => to.draftSummary(), onTask),
  define('help', ['F1'], (to) => to.showHelp()),
  define('about', [], (to) => to.showAbout()),
];

/** @throws Error when the table forgot a command of the menu, which a test rules out */
export function commandOf(id: MenuCommand): Command {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (!command) throw new Error(`no such command: ${id}`);
  return command;
}

/** The part of a key event that names a shortcut. */
export type ShortcutPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>;

/** `Ctrl+Shift+Z` for a key event, or empty while words are composed. Arrows are Up, Down, Left, Right. */
export function shortcutOf(press: ShortcutPress): string {
  if (press.isComposing) return '';
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key.replace(/^Arrow/, '');
  const ctrl = press.ctrlKey || press.metaKey;
  return [ctrl ? 'Ctrl' : '', press.altKey ? 'Alt' : '', press.shiftKey ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+');
}

/** In a text these keys belong to the text: taking back what was typed there is not a step. */
const LEFT_TO_TEXT: ReadonlySet<string> = new Set(['undo', 'redo']);

/** @returns the command a key means here, or `undefined` to leave the key alone */
export function commandOfKey(press: ShortcutPress, inTextField: boolean): Command | undefined {
  const shortcut = shortcutOf(press);
  if (shortcut === '') return undefined;
  const command = COMMANDS.find((candidate) => candidate.shortcuts.includes(shortcut));
  return command && inTextField && LEFT_TO_TEXT.has(command.id) ? undefined : command;
}
