import { Button } from '#renderer/ui/Button.tsx';
import type { PlanComparison } from '#shared/domain/plan-comparison.ts';
import { setPurpose, useReview, useReviewStore } from '../review-store.ts';
import { looksLikeAnotherPlan } from './change-choices.ts';

/** What the main button will do, and the other way when that looks more likely. */
export function PurposeNote({ comparison }: { readonly comparison: PlanComparison | null }) {
  const store = useReviewStore();
  const isRevision = useReview((state) => state.purpose === 'revise');
  const isAnother = comparison !== null && looksLikeAnotherPlan(comparison);
  if (isRevision) {
    return isAnother ? (
      <>
        {comparison.sameYear ? `与现有计划只有 ${comparison.matched} 项任务对得上` : '与现有计划年度不同'}
        ，可能是另一份计划。
        <Button tone="quiet" data-testid="review-as-plan" onClick={() => setPurpose(store, 'create')}>
          作为新计划核对
        </Button>
      </>
    ) : (
      '应用是一步操作，可以撤销；进展、批注和填报表跟着任务走。'
    );
  }
  return comparison === null || isAnother ? (
    '加入本文件：与现有计划并存，可以切换。建立新文件：现在打开的文件不受影响。'
  ) : (
    <>
      与现在打开的计划有 {comparison.matched} 项任务相同，可能是它的修订版。
      <Button tone="quiet" data-testid="review-as-revision" onClick={() => setPurpose(store, 'revise')}>
        作为修订版核对
      </Button>
    </>
  );
}
