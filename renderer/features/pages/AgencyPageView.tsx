import { AGENCY_KIND_LABELS } from '#shared/domain/agency.ts';
import type { AgencyPage, AgencyPeriod } from '#shared/domain/agency-page.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { REMINDER_MANNER_LABELS, SLIP_LABELS } from '#shared/domain/reminder.ts';
import { RETURN_STATE_LABELS } from '#shared/domain/return-review.ts';
import { ROLE_LABELS, ROLES } from '#shared/domain/role.ts';
import { openDialog } from '../../state/window-state.ts';
import { dateText, shortDateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { showReturn } from '../returns-review/review-desk.ts';
import { goToCell } from './go-to-cell.ts';
import { PageDutyTable } from './PageDutyTable.tsx';
import { PageFrame } from './PageFrame.tsx';
import { DayOf, PageList } from './PageParts.tsx';
import { agencyPrint } from './print-pages.ts';

export type AgencyPageViewProps = { readonly page: AgencyPage; readonly overview: Overview };

/** 单位档案. */
export function AgencyPageView({ page, overview }: AgencyPageViewProps) {
  const day = (iso: string | null) => <DayOf iso={iso} year={overview.plan.year} />;
  const { agency, kind, aliases, formerNames, contacts, duties, regular, reminders, periods } = page;
  const [contact, ...earlier] = contacts;
  const late = duties.filter(({ days }) => days > 0).length;
  return (
    <PageFrame
      title={agency}
      lead={[
        AGENCY_KIND_LABELS[kind],
        `${periodTitle(page.period)}应报${duties.length}项${late > 0 ? `，逾期${late}项` : ''}`,
        page.delayText,
      ]}
      print={() => agencyPrint(page)}
      actions={
        <Button data-testid="page-history" onClick={() => openDialog({ kind: 'history', agencyId: page.agencyId })}>
          操作记录
        </Button>
      }
    >
      <section className="page-part">
        <FactList
          facts={[
            ['联络员', contact ? [contact.reporter, contact.post, contact.phone].filter(Boolean).join('　') : '—'],
            ...(earlier.length === 0
              ? []
              : ([
                  [
                    '职务接替',
                    earlier
                      .map(({ reporter, phone, since }) => `${reporter} ${phone}（${dateText(since.slice(0, 10))}起）`)
                      .join('；'),
                  ],
                ] as const)),
            ...(aliases.length === 0 ? [] : ([['别称', aliases.join('、')]] as const)),
            ...(formerNames.length === 0 ? [] : ([['曾用名', formerNames.join('、')]] as const)),
          ]}
        />
      </section>
      {ROLES.map((role) => {
        const own = duties.filter((duty) => duty.role === role);
        return own.length === 0 ? null : (
          <section key={role} className="page-part" data-testid={`page-duties-${role}`}>
            <h3>
              {ROLE_LABELS[role]}
              <small>{own.length}项</small>
            </h3>
            <PageDutyTable duties={own} by="task" />
          </section>
        );
      })}
      <div className="page-columns">
        <PageList
          title="各期报送"
          testId="page-periods"
          heads={['报送期', '应报', '已报', '迟报', '填报表']}
          rows={periods.map((each) => ({
            key: each.periodId,
            cells: [periodTitle(each.period), each.owed, each.reported, lateWords(each), returnWords(each)],
            ...goToReturn(each),
          }))}
        />
        <PageList
          title="定期报送"
          testId="page-regular"
          heads={['报送', '时段', '时限', '应报', '已报', '说明']}
          rows={regular.map(({ dutyId, taskId, agencyId, title, label, dueOn, needed, received, because }) => ({
            key: `${dutyId}/${label}`,
            cells: [title, periodTitle(label), day(dueOn), needed, received, because],
            go: () => goToCell({ taskId, agencyId }),
          }))}
        />
        <PageList
          title="催办"
          testId="page-reminders"
          heads={['日期', '方式', '内容', '答复', '承诺']}
          rows={reminders.map(({ id, madeOn, manner, slip, slipNumber, told, text, answer, promisedOn }) => ({
            key: id,
            cells: [
              day(madeOn),
              `${slip ? SLIP_LABELS[slip] : REMINDER_MANNER_LABELS[manner]}${slipNumber}`,
              told || text.slice(0, 40),
              answer,
              day(promisedOn),
            ],
          }))}
        />
      </div>
    </PageFrame>
  );
}

function lateWords({ daysLate, open }: AgencyPeriod): string {
  const late = daysLate > 0 ? `迟${daysLate}天` : '';
  return [late, open ? '未报齐' : ''].filter((word) => word !== '').join('，');
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  ...RETURN_STATE_LABELS,
  'not-owed': '',
  'not-sent': '未发出',
  waiting: '未收回',
  late: '逾期未收回',
};

function returnWords({ returnState, sentAt, receivedAt }: AgencyPeriod): string {
  const when = receivedAt ?? sentAt;
  return `${STATE_WORDS[returnState] ?? ''}${when === null ? '' : ` ${shortDateText(when)}`}`;
}

function goToReturn({ returnId }: AgencyPeriod): { readonly go?: () => void } {
  return returnId === null ? {} : { go: () => showReturn(returnId) };
}
