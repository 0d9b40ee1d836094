import { ORIENTATIONS, PAPERS } from '#shared/domain/layout.ts';
import {
  FONT_NAME_MAX,
  FONT_ROLES,
  type FontRole,
  type LayoutDef,
  type LayoutMargins,
} from '#shared/domain/layout-def.ts';
import { Field } from '../../ui/Field.tsx';
import { ORIENTATION_WORDS, PrintChoice } from '../print/PrintChoice.tsx';
import type { EditorPartProps } from './editor-part.ts';
import { NumberInput } from './NumberInput.tsx';

const ROLE_WORDS: Readonly<Record<FontRole, string>> = {
  title: '标题',
  unitLine: '单位行、注、落款',
  head: '表头',
  section: '分节行',
  body: '正文',
};

/** Fonts that offices ask for (layouts, F); any other can be typed. */
const USUAL_FONTS = [
  '方正小标宋简体',
  '方正小标宋_GBK',
  '黑体',
  '楷体_GB2312',
  '楷体',
  '仿宋_GB2312',
  '仿宋',
  '宋体',
  '华文中宋',
  '微软雅黑',
  '等线',
] as const;

const SIDES: readonly (readonly [keyof LayoutMargins, string])[] = [
  ['top', '上'],
  ['bottom', '下'],
  ['left', '左'],
  ['right', '右'],
];

/** What offices call the sizes. */
const SIZE_NAMES: ReadonlyMap<number, string> = new Map([
  [36, '小初'],
  [26, '一号'],
  [24, '小一'],
  [22, '二号'],
  [18, '小二'],
  [16, '三号'],
  [15, '小三'],
  [14, '四号'],
  [12, '小四'],
  [10.5, '五号'],
  [9, '小五'],
  [7.5, '六号'],
]);

const FONT_LIST = 'usual-fonts';

/** Letters by what they are for, and the paper. */
export function LookEditor({ def, onChange }: EditorPartProps) {
  return (
    <div className="look-editor">
      <table className="table look-fonts">
        <thead>
          <tr>
            <th>用于</th>
            <th>字体</th>
            <th>字号（磅）</th>
            <th>加粗</th>
          </tr>
        </thead>
        <tbody>
          {FONT_ROLES.map((role) => (
            <FontRow key={role} role={role} def={def} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <datalist id={FONT_LIST}>
        {USUAL_FONTS.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="layout-hint">电脑上没有的字体，打开时由相近的字体代替（小标宋换宋体加粗，仿宋_GB2312 换仿宋）。</p>
      <div className="look-paper print-options">
        <PrintChoice
          legend="纸张"
          name="own-paper"
          inline
          values={PAPERS}
          words={{ A4: 'A4', A3: 'A3' }}
          value={def.paper}
          onChange={(paper) => onChange({ ...def, paper })}
        />
        <PrintChoice
          legend="方向"
          name="own-orientation"
          inline
          values={ORIENTATIONS}
          words={ORIENTATION_WORDS}
          value={def.orientation}
          onChange={(orientation) => onChange({ ...def, orientation })}
        />
      </div>
      <fieldset className="look-margins">
        <legend>页边距（毫米）</legend>
        {SIDES.map(([side, word]) => (
          <Field key={side} label={word}>
            <NumberInput
              label={`${word}边距`}
              testId={`margin-${side}`}
              value={def.margins[side]}
              min={0}
              max={80}
              onChange={(millimetres) =>
                onChange({ ...def, margins: { ...def.margins, [side]: millimetres } }, `margin-${side}`)
              }
            />
          </Field>
        ))}
      </fieldset>
    </div>
  );
}

function FontRow({ role, def, onChange }: EditorPartProps & { readonly role: FontRole }) {
  const font = def.fonts[role];
  const put = (part: Partial<LayoutDef['fonts'][FontRole]>, what?: string) =>
    onChange({ ...def, fonts: { ...def.fonts, [role]: { ...font, ...part } } }, what);
  return (
    <tr>
      <td>{ROLE_WORDS[role]}</td>
      <td>
        <input
          className="input"
          list={FONT_LIST}
          aria-label={`${ROLE_WORDS[role]}的字体`}
          data-testid={`font-${role}-name`}
          maxLength={FONT_NAME_MAX}
          spellCheck={false}
          value={font.name}
          onChange={({ target }) => put({ name: target.value }, `font-${role}`)}
        />
      </td>
      <td>
        <NumberInput
          label={`${ROLE_WORDS[role]}的字号`}
          testId={`font-${role}-size`}
          value={font.size}
          min={6}
          max={72}
          step={0.5}
          onChange={(size) => put({ size }, `size-${role}`)}
        />
        <span className="look-size">{SIZE_NAMES.get(font.size)}</span>
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={`${ROLE_WORDS[role]}加粗`}
          data-testid={`font-${role}-bold`}
          checked={font.bold}
          onChange={() => put({ bold: !font.bold })}
        />
      </td>
    </tr>
  );
}
