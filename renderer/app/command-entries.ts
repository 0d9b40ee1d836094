import type { MenuCommand } from '#shared/contract/shell.contract.ts';
import { keyWords } from '../text/command-words.ts';
import type { MenuEntry } from '../ui/PointMenu.tsx';
import { windowActions, windowFacts } from './actions.ts';
import { commandOf } from './commands.ts';

/** Commands as lines of a context menu: the same words, keys and greying as everywhere else. */
export function commandEntries(ids: readonly MenuCommand[]): readonly MenuEntry[] {
  return ids.map((id) => {
    const command = commandOf(id);
    const key = command.shortcuts[0];
    return {
      id: `menu-${id}`,
      label: command.label,
      ...(key === undefined ? {} : { hint: keyWords(key) }),
      enabled: command.enabled(windowFacts()),
      run: () => command.run(windowActions),
    };
  });
}
