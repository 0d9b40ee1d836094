import { LAYOUT_ALIGNS, type LayoutColumn } from '#shared/domain/layout-def.ts';
import { LAYOUT_FIELDS } from '#shared/domain/layout-fields.ts';
import { Field } from '../../ui/Field.tsx';
import type { EditorPartProps } from './editor-part.ts';
import { groupsFrom, patchColumn } from './layout-draft.ts';
import { NumberInput } from './NumberInput.tsx';

const ALIGN_WORDS = { left: '左对齐', center: '居中', right: '右对齐' } as const;

const TICKS = [
  ['merged', '同一事项的各行合并为一格'],
  ['verticalHead', '表头竖排'],
  ['whenFilled', '整列无内容时不列出'],
] as const;

export type ColumnDetailsProps = EditorPartProps & { readonly at: number };

/** What one column shows, what stands over it, and how it looks. */
export function ColumnDetails({ def, at, onChange }: ColumnDetailsProps) {
  const column = def.columns[at];
  if (!column) return null;
  const patch = (part: Partial<LayoutColumn>, what?: string) =>
    onChange(patchColumn(def, at, part), what === undefined ? undefined : `${what}-${at}`);
  const fields = LAYOUT_FIELDS[def.rows];
  const isKnown = fields.some(({ field }) => field === column.field);
  return (
    <div className="column-details">
      <Field label="内容">
        <select
          className="select"
          data-testid="column-field"
          value={column.field}
          onChange={({ target }) => patch({ field: target.value })}
        >
          {isKnown ? null : <option value={column.field}>（未知内容：{column.field}）</option>}
          {fields.map(({ field, label }) => (
            <option key={field} value={field}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label="表头">
        <textarea
          className="input"
          data-testid="column-head"
          rows={2}
          maxLength={200}
          spellCheck={false}
          value={column.head}
          onChange={({ target }) => patch({ head: target.value }, 'head')}
        />
      </Field>
      <Field label="上级表头（一行一级，相邻相同的合并）">
        <textarea
          className="input"
          data-testid="column-groups"
          rows={2}
          spellCheck={false}
          value={column.groups.join('\n')}
          onChange={({ target }) => patch({ groups: target.value === '' ? [] : groupsFrom(target.value) }, 'groups')}
        />
      </Field>
      <div className="layout-pair">
        <Field label="列宽（字符）">
          <NumberInput
            label="宽度"
            testId="column-width"
            value={column.width}
            min={2}
            max={150}
            step={0.5}
            onChange={(width) => patch({ width }, 'width')}
          />
        </Field>
        <Field label="对齐">
          <select
            className="select"
            data-testid="column-align"
            value={column.align}
            // The options are the alignments.
            onChange={({ target }) => patch({ align: target.value as LayoutColumn['align'] })}
          >
            {LAYOUT_ALIGNS.map((align) => (
              <option key={align} value={align}>
                {ALIGN_WORDS[align]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {TICKS.map(([name, label]) => (
        <label key={name} className="layout-tick">
          <input
            type="checkbox"
            data-testid={`column-${name}`}
            checked={column[name]}
            onChange={() => patch({ [name]: !column[name] })}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
