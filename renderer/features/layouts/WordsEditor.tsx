import { type FocusEvent, useRef } from 'react';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { PLACEHOLDERS } from '#shared/domain/placeholders.ts';
import { Field } from '../../ui/Field.tsx';
import type { EditorPartProps } from './editor-part.ts';
import { linesFrom, strangeWords } from './layout-draft.ts';

/** A text of the layout: how it is read out of the draft and put back. */
type Text = {
  readonly name: string;
  readonly label: string;
  readonly rows: number;
  readonly read: (def: LayoutDef) => string;
  readonly put: (def: LayoutDef, text: string) => LayoutDef;
};

const TEXTS: readonly Text[] = [
  {
    name: 'title',
    label: '标题（空着则不要标题行）',
    rows: 2,
    read: ({ title }) => title,
    put: (def, title) => ({ ...def, title }),
  },
  {
    name: 'left',
    label: '单位行，左',
    rows: 1,
    read: ({ unitLine }) => unitLine.left,
    put: (def, left) => ({ ...def, unitLine: { ...def.unitLine, left } }),
  },
  {
    name: 'right',
    label: '单位行，右',
    rows: 1,
    read: ({ unitLine }) => unitLine.right,
    put: (def, right) => ({ ...def, unitLine: { ...def.unitLine, right } }),
  },
  {
    name: 'notes',
    label: '表下的注（一行一条）',
    rows: 4,
    read: ({ notes }) => notes.join('\n'),
    put: (def, text) => ({ ...def, notes: linesFrom(text) }),
  },
  {
    name: 'signature',
    label: '落款（一行一条）',
    rows: 2,
    read: ({ signature }) => signature.join('\n'),
    put: (def, text) => ({ ...def, signature: linesFrom(text) }),
  },
];

type Entered = { readonly text: Text; readonly element: HTMLTextAreaElement };

/** The words around the table. What is only known on the day is written as a word in braces, offered below. */
export function WordsEditor({ def, onChange }: EditorPartProps) {
  const entered = useRef<Entered | null>(null);
  const strange = strangeWords(def);
  const insert = (word: string): void => {
    const { text, element } = entered.current ?? {};
    if (!text || !element?.isConnected) return;
    const { selectionStart: start, selectionEnd: end } = element;
    const now = text.read(def);
    onChange(text.put(def, now.slice(0, start) + word + now.slice(end)));
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(start + word.length, start + word.length);
    });
  };
  return (
    <div className="words-editor">
      {TEXTS.map((text) => (
        <Field key={text.name} label={text.label}>
          <textarea
            className="input"
            data-testid={`words-${text.name}`}
            rows={text.rows}
            spellCheck={false}
            value={text.read(def)}
            onFocus={({ currentTarget }: FocusEvent<HTMLTextAreaElement>) => {
              entered.current = { text, element: currentTarget };
            }}
            onChange={({ target }) => onChange(text.put(def, target.value), text.name)}
          />
        </Field>
      ))}
      <fieldset className="words-offered">
        <legend>插入到光标处（导出时换成当时的内容）</legend>
        {PLACEHOLDERS.map(({ name, says }) => (
          <button
            key={name}
            type="button"
            className="button button-plain"
            title={says}
            data-testid={`placeholder-${name}`}
            // The cursor stays where the word is to come.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(`{{${name}}}`)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      {strange.length > 0 ? (
        <p className="layout-hint" role="status">
          不认识 {strange.map((name) => `{{${name}}}`).join('、')}，会照原样印出来。
        </p>
      ) : null}
    </div>
  );
}
