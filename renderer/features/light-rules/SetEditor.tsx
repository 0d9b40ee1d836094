import { Plus } from 'lucide-react';
import { type LightRuleSet, RULE_SET_NAME_MAX } from '#shared/domain/light-rule-set.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { LightsEditor } from './LightsEditor.tsx';
import { LightSelect, RuleEditor } from './RuleEditor.tsx';
import { addRule, shifted, withRule } from './set-draft.ts';

export type SetEditorProps = {
  readonly draft: LightRuleSet;
  readonly onChange: (draft: LightRuleSet) => void;
};

/** An own set of light rules while it is changed. */
export function SetEditor({ draft, onChange }: SetEditorProps) {
  const { lights, rules } = draft;
  return (
    <>
      <div className="set-name">
        <Field label="规则名称">
          <input
            className="input"
            data-testid="set-name"
            maxLength={RULE_SET_NAME_MAX}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        </Field>
      </div>
      <h3>灯（从最紧迫的到最不紧迫的；集体单位按成员中最紧迫的亮）</h3>
      <LightsEditor draft={draft} onChange={onChange} />
      <h3>规则（从上往下，符合哪一条就亮哪一盏）</h3>
      <ol className="rule-lines">
        {rules.map((rule, place) => (
          <RuleEditor
            // Rules have no name of their own; a moved one keeps its values, for they are all the draft's.
            // biome-ignore lint/suspicious/noArrayIndexKey: every value of a line comes from the draft
            key={place}
            place={place}
            rule={rule}
            lights={lights}
            isLast={place === rules.length - 1}
            onChange={(next) => onChange(withRule(draft, place, next))}
            onMove={(step) => onChange({ ...draft, rules: shifted(rules, place, step) })}
          />
        ))}
      </ol>
      <Button tone="quiet" icon={<Plus />} data-testid="add-rule" onClick={() => onChange(addRule(draft))}>
        加一条规则
      </Button>
      <div className="set-rest">
        <Field label="以上都不符合时">
          <LightSelect
            label="以上都不符合时"
            lights={lights}
            value={draft.otherwise}
            onChange={(otherwise) => onChange({ ...draft, otherwise })}
          />
        </Field>
        <Field label="本期不应报送时">
          <LightSelect
            label="本期不应报送时"
            lights={lights}
            value={draft.outside}
            onChange={(outside) => onChange({ ...draft, outside })}
          />
        </Field>
      </div>
    </>
  );
}
