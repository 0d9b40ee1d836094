import { Combobox } from '@base-ui/react/combobox';
import { useState } from 'react';
import { type AgencyChoice, agencyChoices } from './agency-choices.ts';
import { useDraft, useReview } from './review-store.ts';
import '../../ui/field.css';
import '../../ui/menu.css';

export type AgencyPickerProps = {
  readonly label: string;
  readonly testId: string;
  readonly placeholder: string;
  /** Told the name of a unit of the plan or of the directory, or a new one. */
  readonly onChoose: (name: string) => void;
};

/** A unit found by typing its name or its pinyin initials. */
export function AgencyPicker({ label, testId, placeholder, onChoose }: AgencyPickerProps) {
  const { agencies } = useDraft();
  const others = useReview((state) => state.review.others);
  const [typed, setTyped] = useState('');
  const choices = agencyChoices([...agencies, ...others], typed);
  return (
    <Combobox.Root<AgencyChoice>
      items={choices}
      filter={null}
      value={null}
      inputValue={typed}
      itemToStringLabel={(choice) => choice.name}
      autoHighlight
      onInputValueChange={setTyped}
      onValueChange={(choice) => {
        if (choice) onChoose(choice.name);
        setTyped('');
      }}
    >
      <Combobox.Input className="input" aria-label={label} placeholder={placeholder} data-testid={testId} />
      <Combobox.Portal>
        <Combobox.Positioner className="menu-positioner" sideOffset={2} align="start">
          <Combobox.Popup className="menu picker">
            <Combobox.Empty className="picker-empty">没有这样的单位。</Combobox.Empty>
            <Combobox.List>
              {(choice: AgencyChoice) => (
                <Combobox.Item key={choice.name} className="menu-item" value={choice}>
                  {choice.name}
                  <span className="menu-hint">{choice.hint}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
