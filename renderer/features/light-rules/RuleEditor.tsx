import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { LightDef } from '#shared/domain/light.ts';
import type { LightRule } from '#shared/domain/light-rule-set.ts';
import { IconButton } from '../../ui/Button.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { firstCondition } from './set-draft.ts';

const CONDITIONS_MAX = 6;

export type RuleEditorProps = {
  readonly place: number;
  readonly rule: LightRule;
  readonly lights: readonly LightDef[];
  readonly onChange: (rule: LightRule | null) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly isLast: boolean;
};

/** One rule of a set: the light, its conditions, its place. */
export function RuleEditor({ place, rule, lights, onChange, onMove, isLast }: RuleEditorProps) {
  return (
    <li className="rule-line" data-testid={`rule-${place}`}>
      <span className="rule-number">{place + 1}</span>
      <LightSelect
        label={`第${place + 1}条亮哪一盏`}
        lights={lights}
        value={rule.light}
        onChange={(light) => onChange({ ...rule, light })}
      />
      <div className="rule-conditions">
        {rule.when.map((condition, index) => (
          <ConditionEditor
            // Conditions have no name of their own; their place is what tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: they are never moved
            key={index}
            condition={condition}
            onChange={(next) => onChange({ ...rule, when: rule.when.with(index, next) })}
            onRemove={
              rule.when.length > 1 ? () => onChange({ ...rule, when: rule.when.toSpliced(index, 1) }) : undefined
            }
          />
        ))}
      </div>
      <span className="rule-acts">
        <IconButton
          label="再加一个条件（都要符合）"
          icon={<Plus />}
          disabled={rule.when.length >= CONDITIONS_MAX}
          onClick={() => onChange({ ...rule, when: [...rule.when, firstCondition('reported')] })}
        />
        <IconButton label="上移" icon={<ArrowUp />} disabled={place === 0} onClick={() => onMove(-1)} />
        <IconButton label="下移" icon={<ArrowDown />} disabled={isLast} onClick={() => onMove(1)} />
        <IconButton label="删除这一条" icon={<Trash2 />} onClick={() => onChange(null)} />
      </span>
    </li>
  );
}

export type LightSelectProps = {
  readonly label: string;
  readonly lights: readonly LightDef[];
  readonly value: string;
  readonly onChange: (light: string) => void;
};

/** One light of the set. */
export function LightSelect({ label, lights, value, onChange }: LightSelectProps) {
  return (
    <select
      className="select light-select"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {lights.map(({ key, word }) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </select>
  );
}
