import type { EvidenceLine } from '#shared/domain/evidence.ts';
import { dateText } from '../../text/dates.ts';

/** Which closing a piece of evidence proves: 2021年11月10日；取消了的另注明. Empty: none. */
export function closingText({ closing }: Pick<EvidenceLine, 'closing'>): string {
  if (closing === null) return '';
  return `${dateText(closing.closedOn)}${closing.reopenedOn === null ? '' : '（已取消）'}`;
}
