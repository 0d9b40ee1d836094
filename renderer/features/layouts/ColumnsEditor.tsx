import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { ColumnDetails } from './ColumnDetails.tsx';
import { ColumnList } from './ColumnList.tsx';
import type { EditorPartProps } from './editor-part.ts';
import { fieldsToAdd, insertColumn, moveColumn, removeColumn } from './layout-draft.ts';

/** Which columns a layout has, in which order, and each one's looks. */
export function ColumnsEditor({ def, onChange }: EditorPartProps) {
  const [picked, setPicked] = useState(0);
  const at = Math.min(picked, def.columns.length - 1);
  const fields = fieldsToAdd(def);
  const shift = (step: 1 | -1) => {
    onChange(moveColumn(def, at, at + step));
    setPicked(at + step);
  };
  return (
    <div className="columns-editor">
      <div className="columns-side">
        <ColumnList def={def} at={at} onPick={setPicked} onChange={onChange} />
        <div className="columns-acts">
          <IconButton
            label="左移这一列（Alt+↑）"
            icon={<ArrowUp />}
            data-testid="column-up"
            disabled={at === 0}
            onClick={() => shift(-1)}
          />
          <IconButton
            label="右移这一列（Alt+↓）"
            icon={<ArrowDown />}
            data-testid="column-down"
            disabled={at === def.columns.length - 1}
            onClick={() => shift(1)}
          />
          <IconButton
            label="去掉这一列（Delete）"
            icon={<Trash2 />}
            data-testid="column-remove"
            disabled={def.columns.length < 2}
            onClick={() => onChange(removeColumn(def, at))}
          />
        </div>
        <Picker
          label="在所选列之后加一列"
          testId="column-add"
          placeholder="加一列：选择或输入内容名称"
          none="没有这样的内容"
          choicesFor={(typed) =>
            fields
              .filter(({ label, head }) => `${label}${head}`.includes(typed.trim()))
              .map(({ label, head }) => ({ name: label, hint: head === label ? '' : head }))
          }
          onChoose={(name) => {
            const field = fields.find(({ label }) => label === name);
            if (!field) return;
            onChange(insertColumn(def, at + 1, field));
            setPicked(at + 1);
          }}
        />
      </div>
      <ColumnDetails def={def} at={at} onChange={onChange} />
    </div>
  );
}
