import { create } from 'zustand';

/** The screens of the window, in the order of their tabs: like the sheets of a workbook. */
export const SCREENS = ['matrix', 'ledger', 'returns', 'duties', 'reminders', 'statistics', 'pages'] as const;
export type Screen = (typeof SCREENS)[number];

/** The screens that are sheets of cells, with a cursor, a filter, lights to choose by and a panel beside them. */
export function isSheet(screen: Screen): screen is 'matrix' | 'ledger' {
  return screen === 'matrix' || screen === 'ledger';
}

type ScreenState = {
  /** The one in front. */
  readonly screen: Screen;
  /** Those that were in front once: they stay as they are behind the others, with what is selected and scrolled to. */
  readonly opened: readonly Screen[];
};

const useScreenState = create<ScreenState>(() => ({ screen: 'matrix', opened: ['matrix'] }));

export function useScreen(): Screen {
  return useScreenState((state) => state.screen);
}

export function useOpenedScreens(): readonly Screen[] {
  return useScreenState((state) => state.opened);
}

export function currentScreen(): Screen {
  return useScreenState.getState().screen;
}

export function showScreen(screen: Screen): void {
  const { screen: before, opened } = useScreenState.getState();
  if (screen === before) return;
  // What is being typed is entered where it was typed, as on any other way out of a cell.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  useScreenState.setState({ screen, opened: opened.includes(screen) ? opened : [...opened, screen] });
}

/** Ctrl+PgDn and Ctrl+PgUp: the next or the previous tab; at the last one they stay, as in a workbook. */
export function stepScreen(direction: 1 | -1): void {
  const next = SCREENS[SCREENS.indexOf(currentScreen()) + direction];
  if (next) showScreen(next);
}
