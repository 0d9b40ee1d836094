import { progressCall } from '#renderer/steps/set-progress.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import { client } from '../../bridge/client.ts';
import { currentPeriodShown } from '../../state/queries.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { currentScreen } from '../../state/screen.ts';
import { showNotice } from '../../ui/toasts.ts';
import type { Hit } from './find-hits.ts';
import { useFindState } from './find-state.ts';
import { IN_LEDGER, planReplacement } from './plan-replacement.ts';

/**
 * Exchanges the words in the given hits as one step.
 *
 * @returns whether something was changed; why not has been said
 */
export async function replaceHits(hits: readonly Hit[]): Promise<boolean> {
  const { words, replacement, matchCase, wholeCell } = useFindState.getState();
  const inLedger = currentScreen() === 'ledger';
  const wish = { words, matchCase, wholeCell };
  const plan = planReplacement(hits, wish, replacement, inLedger ? IN_LEDGER : undefined);
  switch (plan.kind) {
    case 'mixed':
      showNotice('没有替换', '找到的既有任务文字又有责任标记或批注，请先选定查找范围。');
      return false;
    case 'no-role':
      showNotice('没有替换', `“${replacement}”不是责任标记，可填牵头、分工、配合，或留空以清除。`);
      return false;
    case 'nothing':
      showNotice(
        '没有替换',
        inLedger
          ? '台账里只替换进展文字；任务请到责任矩阵、单位请到单位名录修改。'
          : '单位名称在单位名录里修改，进展在“进展台账”（Ctrl+PgDn）里替换。',
      );
      return false;
    case 'roles':
    case 'texts':
    case 'notes':
    case 'progress':
      break;
    default:
      return assertNever(plan);
  }
  const periodId = currentPeriodShown()?.id;
  const outcome = await runStep(() => write(plan, periodId));
  if (!succeeded(outcome)) return false;
  const count = hits.length - plan.left;
  if (hits.length > 1) {
    const left =
      plan.left > 0 ? `；另有 ${plan.left} 处没有替换（${inLedger ? '任务、单位或批注' : '单位名称或进展'}）` : '';
    showNotice(`替换了 ${count} 处`, `可以用 Ctrl+Z 一次撤销${left}。`);
  }
  return true;
}

function write(plan: Extract<ReturnType<typeof planReplacement>, { readonly left: number }>, periodId?: PeriodId) {
  switch (plan.kind) {
    case 'roles':
      return client.matrix.setRoles({ cells: [...plan.cells] });
    case 'progress':
      return periodId === undefined ? null : progressCall(plan.entries.map((entry) => ({ ...entry, periodId })));
    case 'texts':
      return client.task.setText({ edits: [...plan.edits] });
    case 'notes':
      return client.note.set({ notes: [...plan.notes] });
    default:
      return assertNever(plan);
  }
}
