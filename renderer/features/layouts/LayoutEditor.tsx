import { Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useCallback, useState } from 'react';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { IconButton } from '../../ui/Button.tsx';
import { ColumnsEditor } from './ColumnsEditor.tsx';
import { changeDraft, type DraftHistory, doAgain, takeBack } from './draft-history.ts';
import { LookEditor } from './LookEditor.tsx';
import { RowsEditor } from './RowsEditor.tsx';
import { WordsEditor } from './WordsEditor.tsx';
import './layout-editor.css';

export type LayoutEditorProps = {
  readonly history: DraftHistory<LayoutDef>;
  readonly onChange: (history: DraftHistory<LayoutDef>) => void;
};

const PARTS = [
  { name: 'columns', word: '列', Part: ColumnsEditor },
  { name: 'words', word: '文字', Part: WordsEditor },
  { name: 'look', word: '字体和纸张', Part: LookEditor },
  { name: 'rows', word: '行和分表', Part: RowsEditor },
] as const;

/** As in the tabs of Windows: the arrows open the one beside, round and round. */
function stepTab(event: KeyboardEvent<HTMLElement>, open: (name: (typeof PARTS)[number]['name']) => void): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const tabs = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])];
  const at = (tabs.indexOf(event.currentTarget) + step + tabs.length) % tabs.length;
  const part = PARTS[at];
  if (!part) return;
  open(part.name);
  tabs[at]?.focus();
}

/** A layout while it is changed, part by part; what was done can be taken back before it is kept. */
export function LayoutEditor({ history, onChange }: LayoutEditorProps) {
  const [open, setOpen] = useState<(typeof PARTS)[number]['name']>('columns');
  const { Part } = PARTS.find(({ name }) => name === open) ?? PARTS[0];
  // The button that began the change is gone: the cursor goes on in the first part.
  const takeFocus = useCallback((editor: HTMLElement | null) => {
    editor?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, []);
  const press = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isRedo && key !== 'z') return;
    event.preventDefault();
    event.stopPropagation();
    onChange(isRedo ? doAgain(history) : takeBack(history));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields in it, which mean the same in each of them
    <div className="layout-editor" data-testid="layout-editor" ref={takeFocus} onKeyDown={press}>
      <div className="layout-parts" role="tablist" aria-label="表样的各部分">
        {PARTS.map(({ name, word }) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="layout-part"
            data-testid={`part-${name}`}
            aria-selected={name === open}
            aria-controls="layout-part"
            tabIndex={name === open ? 0 : -1}
            onClick={() => setOpen(name)}
            onKeyDown={(event) => stepTab(event, setOpen)}
          >
            {word}
          </button>
        ))}
        <span className="layout-parts-acts">
          <IconButton
            label="撤销这一处修改（Ctrl+Z）"
            icon={<Undo2 />}
            data-testid="draft-undo"
            disabled={history.past.length === 0}
            onClick={() => onChange(takeBack(history))}
          />
          <IconButton
            label="恢复这一处修改（Ctrl+Y）"
            icon={<Redo2 />}
            data-testid="draft-redo"
            disabled={history.future.length === 0}
            onClick={() => onChange(doAgain(history))}
          />
        </span>
      </div>
      <div className="layout-part-body" id="layout-part" role="tabpanel" aria-label="所选部分">
        <Part def={history.now} onChange={(next, what) => onChange(changeDraft(history, next, what ?? null))} />
      </div>
    </div>
  );
}
