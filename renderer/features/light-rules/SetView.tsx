import { lightOf } from '#shared/domain/light.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import { ruleLines } from '#shared/domain/light-rule-words.ts';
import { LightChip } from '../../ui/LightChip.tsx';

/** A set of light rules as it is read: line by line, the first that fits wins. */
export function SetView({ set }: { readonly set: LightRuleSet }) {
  return (
    <ol className="rule-lines" data-testid="rule-lines">
      {ruleLines(set).map(({ light, text }, index) => (
        // Two lines of a set may say the same; their place is what tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered while it is shown
        <li key={index} className="rule-line">
          <span className="rule-number">{index + 1}</span>
          <span className="rule-light">
            <LightChip light={lightOf(set.lights, light)} />
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}
