import type { FormCandidate } from '#shared/domain/form-sending.ts';
import { momentText } from '../../text/dates.ts';

export type CandidateTableProps = {
  readonly candidates: readonly FormCandidate[];
  /** Whether the tasks of other plans go into the forms. */
  readonly withOtherPlans: boolean;
  readonly isChosen: (candidate: FormCandidate) => boolean;
  readonly onTick: (candidate: FormCandidate, on: boolean) => void;
  readonly recipientOf: (candidate: FormCandidate) => string;
  readonly onRecipient: (candidate: FormCandidate, name: string) => void;
};

/** The agencies of a period: what each owes and has reported, when it was last sent a form, and whom it goes to. */
export function CandidateTable(props: CandidateTableProps) {
  const { candidates, withOtherPlans, isChosen, onTick, recipientOf, onRecipient } = props;
  return (
    <table className="table forms-agencies" data-testid="forms-agencies">
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">任务</th>
          <th scope="col">本期情况</th>
          <th scope="col">上次发出</th>
          <th scope="col">收件人</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate) => (
          <tr key={candidate.agencyId}>
            <td>
              <label>
                <input
                  type="checkbox"
                  data-testid={`forms-agency-${candidate.agencyId}`}
                  checked={isChosen(candidate)}
                  onChange={(event) => onTick(candidate, event.target.checked)}
                />
                {candidate.name}
              </label>
            </td>
            <td className="forms-duties">
              {candidate.duties} 项{withOtherPlans && candidate.otherDuties > 0 ? `＋${candidate.otherDuties} 项` : ''}
            </td>
            <td className={candidate.missing ? 'forms-missing' : 'forms-state'}>{stateOf(candidate)}</td>
            <td className="forms-state">{lastSentOf(candidate)}</td>
            <td>
              <input
                className="input"
                aria-label={`${candidate.name}的收件人`}
                placeholder="未登记"
                maxLength={100}
                value={recipientOf(candidate)}
                onChange={(event) => onRecipient(candidate, event.target.value)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf({ missing, isUnderReview }: FormCandidate): string {
  if (isUnderReview) return '已收到，待核对';
  return missing?.says ?? '已报齐';
}

function lastSentOf({ lastSent }: FormCandidate): string {
  if (lastSent === null) return '未发';
  const to = lastSent.to === '' ? '' : `，${lastSent.to}`;
  return `${momentText(lastSent.at)}　第${lastSent.version}版${to}`;
}
