import { Option } from 'commander';
import { ON_HOLIDAY } from '#shared/domain/period.ts';

/** What becomes of a due day that is no workday. */
export function onHolidayOption(): Option {
  return new Option('--on-holiday <what>', 'a due day that is no workday stays or moves')
    .choices([...ON_HOLIDAY])
    .default('stays');
}
