// The page before the first data file: three doors, and nothing of the program behind them yet. What stands in the page
// is its first picture; this script alone makes the doors open.
import type { ShellBridge, StartDoor } from '#shared/contract/shell.contract.ts';

// The preload script puts it there before any script of the page runs.
const { shell } = window as typeof window & { readonly shell: ShellBridge };

const doors = [...document.querySelectorAll<HTMLButtonElement>('button[data-door]')];
const state = document.getElementById('state');

function tell(words: string, isFailure: boolean): void {
  if (!state) return;
  state.textContent = words;
  state.classList.toggle('failed', isFailure);
}

function setOpen(isOpen: boolean): void {
  for (const door of doors) door.disabled = !isOpen;
}

async function enter(button: HTMLButtonElement): Promise<void> {
  setOpen(false);
  tell(button.dataset['door'] === 'sample' ? '正在打开示例…' : '请在对话框中选择文件…', false);
  try {
    // The doors are the contract's own words, written in the page.
    const isOn = await shell.enter({ door: button.dataset['door'] as StartDoor });
    if (isOn) return tell('正在打开…', false);
    tell('', false);
  } catch (reason) {
    // A refusal of the shell is a plain object with a Chinese sentence.
    tell((reason as { readonly message?: string }).message ?? '没有打开，请再试一次。', true);
  }
  setOpen(true);
  button.focus();
}

for (const door of doors) door.addEventListener('click', () => void enter(door));
