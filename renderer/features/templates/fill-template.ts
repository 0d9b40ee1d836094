import type { FileTicket } from '#shared/contract/call.ts';
import type { AgencyId, RowId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import type { FilledTemplate, TemplateMapping } from '#shared/domain/template.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { showError } from '../../ui/toasts.ts';

/** The form that is filled: a remembered one, or a picked file with what was pointed out on it. */
export type FillSource = {
  readonly name: string;
  readonly fileName: string;
  readonly template: { readonly templateId: RowId } | { readonly file: FileTicket; readonly mapping: TemplateMapping };
};

/** Whose progress is told: of everybody, of the leads alone, or one agency's tasks. */
export type FillScope = 'all' | 'lead' | { readonly agencyId: AgencyId };

export type FillOutcome = { readonly filled: FilledTemplate; readonly ticket: FileTicket };

/** Asks where to and fills the form; `null`: cancelled, or refused, which was shown. */
export async function fillTemplate(
  { name, fileName, template }: FillSource,
  overview: Overview,
  period: PeriodView,
  scope: FillScope,
): Promise<FillOutcome | null> {
  const ending = /\.(?:xlsm|xltx|xltm)$/iu.exec(fileName)?.[0].toLowerCase() ?? '.xlsx';
  const whose =
    typeof scope === 'string' ? '' : `-${overview.agencies.find(({ id }) => id === scope.agencyId)?.name ?? ''}`;
  try {
    const picked = await getShell().pickSaveFile({
      purpose: 'export',
      suggestedName: `${name}-${period.label}${whose}${ending}`,
    });
    if (!picked) return null;
    const input = { planId: overview.plan.id, periodId: period.id, template, scope, out: picked.ticket };
    const filled = await runLongWork(`正在填写“${name}”`, (signal) => client.template.fill(input, { signal }));
    return filled ? { filled, ticket: picked.ticket } : null;
  } catch (reason) {
    showError(toAppError(reason));
    return null;
  }
}
