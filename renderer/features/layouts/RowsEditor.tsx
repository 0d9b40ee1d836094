import { LAYOUT_ORDERS, type LayoutDef, type LayoutRowKind, type LayoutSections } from '#shared/domain/layout-def.ts';
import { Field } from '../../ui/Field.tsx';
import type { EditorPartProps } from './editor-part.ts';
import { NumberInput } from './NumberInput.tsx';

const ROW_WORDS: Readonly<Record<LayoutRowKind, string>> = {
  task: '每项任务一行',
  entry: '每项任务的每个责任单位一行',
  agency: '每个单位一行',
  target: '每个量化指标一行',
  report: '定期报送事项的每个单位一行',
  late: '每件逾期或有问题的事一行',
};

const SECTION_WORDS: Readonly<Record<LayoutSections, string>> = {
  none: '不分节',
  chapter: '按计划章节分节',
  agency: '按单位分节',
  kind: '按类别分节',
};

/** Sections that make sense by what a row is. */
const SECTIONS_OF: Readonly<Record<LayoutRowKind, readonly LayoutSections[]>> = {
  task: ['none', 'chapter'],
  entry: ['none', 'chapter', 'agency'],
  agency: ['none', 'kind'],
  target: ['none', 'chapter'],
  report: ['none', 'kind'],
  late: ['none', 'kind', 'agency'],
};

const ORDER_WORDS: Readonly<Record<LayoutDef['order'], string>> = { usual: '照计划和单位名录', rank: '按排名' };

const SPLITS: readonly (readonly [LayoutDef['split'], string])[] = [
  ['none', '一张表'],
  ['sheets', '每个单位一张工作表'],
  ['files', '每个单位一个文件'],
];

/** What the rows are, what stands between and below them, and how the table is parted. */
export function RowsEditor({ def, onChange }: EditorPartProps) {
  const sections = SECTIONS_OF[def.rows];
  const select = <Value extends string>(
    label: string,
    testId: string,
    value: Value,
    choices: readonly (readonly [Value, string])[],
    put: (value: Value) => void,
  ) => (
    <Field label={label}>
      <select
        className="select"
        data-testid={testId}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find(([each]) => each === target.value);
          if (chosen) put(chosen[0]);
        }}
      >
        {choices.map(([each, word]) => (
          <option key={each} value={each}>
            {word}
          </option>
        ))}
      </select>
    </Field>
  );
  return (
    <div className="rows-editor">
      <p className="layout-hint">{ROW_WORDS[def.rows]}。</p>
      {select(
        '分节行',
        'rows-sections',
        def.sections,
        [...new Set([...sections, def.sections])].map((each) => [each, SECTION_WORDS[each]] as const),
        (value) => onChange({ ...def, sections: value }),
      )}
      {select(
        '行的次序',
        'rows-order',
        def.order,
        LAYOUT_ORDERS.map((each) => [each, ORDER_WORDS[each]] as const),
        (order) => onChange({ ...def, order }),
      )}
      {select('分表', 'rows-split', def.split, SPLITS, (split) => onChange({ ...def, split }))}
      <label className="layout-tick">
        <input
          type="checkbox"
          data-testid="rows-totals"
          checked={def.totals}
          onChange={() => onChange({ ...def, totals: !def.totals })}
        />
        表下列合计
      </label>
      <label className="layout-tick">
        <input
          type="checkbox"
          data-testid="rows-chart"
          checked={def.chart === 'bars'}
          onChange={() => onChange({ ...def, chart: def.chart === 'bars' ? 'none' : 'bars' })}
        />
        表下附柱形图（各行的完成率，工作簿中为可编辑的图表）
      </label>
      <Field label="左边固定不动、每页都印的列数">
        <NumberInput
          label="左边固定不动的列数"
          testId="rows-frozen"
          value={def.frozenColumns}
          min={0}
          max={10}
          onChange={(frozenColumns) => onChange({ ...def, frozenColumns }, 'frozen')}
        />
      </Field>
    </div>
  );
}
