import { Combobox } from '@base-ui/react/combobox';
import { useState } from 'react';
import './field.css';
import './menu.css';
import './picker.css';

export type PickerChoice = { readonly name: string; readonly hint: string };

export type PickerProps = {
  readonly label: string;
  readonly testId: string;
  readonly placeholder: string;
  /** Said when nothing fits. */
  readonly none: string;
  /** What was chosen before and stands in the field until something is typed. */
  readonly chosen?: string;
  /** What fits what was typed; everything fits an empty text. */
  readonly choicesFor: (typed: string) => readonly PickerChoice[];
  readonly onChoose: (name: string) => void;
};

/** One of a long list, found by typing. */
export function Picker({ label, testId, placeholder, none, chosen = '', choicesFor, onChoose }: PickerProps) {
  /** `null`: nothing is being looked for. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Combobox.Root<PickerChoice>
      items={choicesFor(typed ?? '')}
      filter={null}
      value={null}
      inputValue={typed ?? chosen}
      itemToStringLabel={(choice) => choice.name}
      autoHighlight
      onInputValueChange={(text, { reason }) => setTyped(reason === 'input-change' ? text : null)}
      onValueChange={(choice) => {
        if (choice) onChoose(choice.name);
        setTyped(null);
      }}
    >
      <Combobox.Input
        className="input"
        aria-label={label}
        placeholder={placeholder}
        data-testid={testId}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Combobox.Portal>
        <Combobox.Positioner className="menu-positioner" sideOffset={2} align="start">
          <Combobox.Popup className="menu picker">
            <Combobox.Empty className="picker-empty">{none}</Combobox.Empty>
            <Combobox.List>
              {(choice: PickerChoice) => (
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
