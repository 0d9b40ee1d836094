import { Picker } from '#renderer/ui/Picker.tsx';
import { agencyChoices } from '../draft/agency-choices.ts';
import { useDraft, useReview } from '../review-store.ts';

export type AgencyPickerProps = {
  readonly label: string;
  readonly testId: string;
  readonly placeholder: string;
  /** Told the name of a unit of the plan or of the directory, or a new one. */
  readonly onChoose: (name: string) => void;
};

/** A unit found by typing its name or its pinyin initials. */
export function AgencyPicker(props: AgencyPickerProps) {
  const { agencies } = useDraft();
  const others = useReview((state) => state.review.others);
  return (
    <Picker {...props} none="没有这样的单位。" choicesFor={(typed) => agencyChoices([...agencies, ...others], typed)} />
  );
}
