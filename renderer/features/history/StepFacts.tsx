import { useQuery } from '@tanstack/react-query';
import type { StepFact } from '#shared/domain/cell-history.ts';
import type { StepId } from '#shared/domain/ids.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { CELL_FACT_WORDS } from '../../text/words.ts';

/** Lines shown at once; a step of thousands is told by its first ones. */
const SHOWN = 100;

/** What a step changed: where, old and new. */
export function StepFacts({ stepId }: { readonly stepId: StepId }) {
  const answer = useQuery(orpc.history.ofStep.queryOptions({ input: { stepId } }));
  if (answer.isError) return <p className="empty-note">{toAppError(answer.error).message}</p>;
  if (!answer.data) return <p className="empty-note">正在读取…</p>;
  if (answer.data.length === 0) return <p className="empty-note">改动见操作名称，没有可逐项列出的内容。</p>;
  return (
    <>
      <ul className="history-fact-list" data-testid="step-facts">
        {answer.data.slice(0, SHOWN).map((fact) => (
          <li key={JSON.stringify(fact)}>
            <b>{placeOf(fact)}</b>
            <span>{fact.fact === 'other' ? '' : CELL_FACT_WORDS[fact.fact]}</span>
            <del>{fact.before === '' ? '（空）' : fact.before}</del>
            <span aria-hidden>→</span>
            <ins>{fact.after === '' ? '（空）' : fact.after}</ins>
          </li>
        ))}
      </ul>
      {answer.data.length > SHOWN ? (
        <p className="empty-note">
          共 {answer.data.length} 处，只列出前 {SHOWN} 处。
        </p>
      ) : null}
    </>
  );
}

function placeOf({ task, agency, period }: StepFact): string {
  return [task === null ? null : `第 ${task} 项`, agency, period].filter((part) => part !== null).join(' · ');
}
