import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import {
  LIGHT_COLOUR_LABELS,
  LIGHT_COLOURS,
  LIGHT_SIGN_TEXTS,
  LIGHT_SIGNS,
  type LightColour,
  type LightSign,
} from '#shared/domain/light.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { LightChip } from '../../ui/LightChip.tsx';
import { addLight, isUsed, removeLight, shifted, withLight } from './set-draft.ts';

export type LightsEditorProps = {
  readonly draft: LightRuleSet;
  readonly onChange: (draft: LightRuleSet) => void;
};

/** The lights of an own set: words, colour and sign, from the most pressing to the least. */
export function LightsEditor({ draft, onChange }: LightsEditorProps) {
  return (
    <>
      <table className="table lights-table" data-testid="lights-editor">
        <thead>
          <tr>
            <th>样子</th>
            <th>名称</th>
            <th>简称</th>
            <th>一字</th>
            <th>颜色</th>
            <th>符号</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {draft.lights.map((light, index) => {
            const put = (patch: Parameters<typeof withLight>[2]) => onChange(withLight(draft, light.key, patch));
            const text = (field: 'word' | 'short' | 'letter', label: string, most: number) => (
              <td>
                <input
                  className="input"
                  aria-label={`${light.word}的${label}`}
                  data-testid={`light-${light.key}-${field}`}
                  maxLength={most}
                  value={light[field]}
                  onChange={(event) => put({ [field]: event.target.value })}
                />
              </td>
            );
            return (
              <tr key={light.key}>
                <td>
                  <LightChip light={light} />
                </td>
                {text('word', '名称', 20)}
                {text('short', '简称', 8)}
                {text('letter', '一字', 2)}
                <td>
                  <select
                    className="select"
                    aria-label={`${light.word}的颜色`}
                    data-testid={`light-${light.key}-colour`}
                    value={light.colour}
                    // The options are the colours.
                    onChange={(event) => put({ colour: event.target.value as LightColour })}
                  >
                    {LIGHT_COLOURS.map((colour) => (
                      <option key={colour} value={colour}>
                        {LIGHT_COLOUR_LABELS[colour]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <select
                    className="select"
                    aria-label={`${light.word}的符号`}
                    value={light.sign}
                    // The options are the signs.
                    onChange={(event) => put({ sign: event.target.value as LightSign })}
                  >
                    {LIGHT_SIGNS.map((sign) => (
                      <option key={sign} value={sign}>
                        {LIGHT_SIGN_TEXTS[sign] || '（无）'}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="lights-acts">
                  <IconButton
                    label="更紧迫"
                    icon={<ArrowUp />}
                    disabled={index === 0}
                    onClick={() => onChange({ ...draft, lights: shifted(draft.lights, index, -1) })}
                  />
                  <IconButton
                    label="不那么紧迫"
                    icon={<ArrowDown />}
                    disabled={index === draft.lights.length - 1}
                    onClick={() => onChange({ ...draft, lights: shifted(draft.lights, index, 1) })}
                  />
                  <IconButton
                    label={isUsed(draft, light.key) ? '还有规则用着这盏灯，不能删除' : '删除这盏灯'}
                    icon={<Trash2 />}
                    disabled={isUsed(draft, light.key)}
                    onClick={() => onChange(removeLight(draft, light.key))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button tone="quiet" icon={<Plus />} onClick={() => onChange(addLight(draft))}>
        加一盏灯
      </Button>
    </>
  );
}
