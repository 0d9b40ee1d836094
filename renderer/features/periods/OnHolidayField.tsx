import { ON_HOLIDAY, type OnHoliday } from '#shared/domain/period.ts';
import { Field } from '../../ui/Field.tsx';

const WORDS: Readonly<Record<OnHoliday, string>> = {
  stays: '不变',
  'next-workday': '顺延到下一工作日',
  'previous-workday': '提前到上一工作日',
};

export type OnHolidayFieldProps = {
  readonly value: OnHoliday;
  readonly onChange: (value: OnHoliday) => void;
  readonly label?: string;
};

/** What becomes of a due day on a weekend or holiday. */
export function OnHolidayField({ value, onChange, label = '遇节假日' }: OnHolidayFieldProps) {
  return (
    <Field label={label}>
      <select
        className="select"
        data-testid="on-holiday"
        value={value}
        onChange={(event) => onChange(ON_HOLIDAY.find((each) => each === event.target.value) ?? 'stays')}
      >
        {ON_HOLIDAY.map((each) => (
          <option key={each} value={each}>
            {WORDS[each]}
          </option>
        ))}
      </select>
    </Field>
  );
}
