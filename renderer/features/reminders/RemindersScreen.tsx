import { Copy, FileText } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { OwingAgency, ReminderView } from '#shared/domain/reminder.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { useAskedToRemind } from '../../state/asked-to-remind.ts';
import { useOwing, useReminders } from '../../state/duty-query.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { addFocusHome } from '../../ui/first-focus.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { type CallAnswer, CallDialog } from './CallDialog.tsx';
import { LetterPane } from './LetterPane.tsx';
import { OwingTable } from './OwingTable.tsx';
import { ReminderLog } from './ReminderLog.tsx';
import { keepAnswer, keepReminders, type ReminderPlace } from './reminder-steps.ts';
import './reminders.css';

// After a dialog the keys go on where they were.
addFocusHome(() => document.querySelector<HTMLElement>('#screen-reminders[data-front="true"] .screen-keys'));

export type RemindersScreenProps = {
  readonly overview: Overview;
  /** The period on show. */
  readonly period: PeriodView;
  readonly inFront: boolean;
};

/** 催办: who owes what of the period, what is said to them, and what they answered. */
export function RemindersScreen({ overview, period, inFront }: RemindersScreenProps) {
  const owing = useOwing(overview.plan.id, period.id, inFront);
  const [ofYear, setOfYear] = useState(false);
  const asked = useAskedToRemind();
  const reminders = useReminders(overview.plan.id, ofYear ? null : period.id, inFront).data ?? [];
  if (!owing.data) {
    return (
      <p className="empty-note" role="status">
        {owing.isError ? toAppError(owing.error).message : '正在查对各单位欠报的事项…'}
      </p>
    );
  }
  return (
    <Desk
      // Made anew with what another screen asked for.
      key={`${period.id}/${asked.times}`}
      first={asked.periodId === period.id ? asked.agencyIds : []}
      overview={overview}
      period={period}
      agencies={owing.data}
      reminders={reminders}
      ofYear={ofYear}
      onOfYear={setOfYear}
    />
  );
}

type DeskProps = {
  readonly overview: Overview;
  readonly period: PeriodView;
  readonly agencies: readonly OwingAgency[];
  /** Ticked from the beginning. */
  readonly first: readonly AgencyId[];
  readonly reminders: readonly ReminderView[];
  /** Reminders of all periods are shown. */
  readonly ofYear: boolean;
  readonly onOfYear: (ofYear: boolean) => void;
};

type Asked = { readonly kind: 'call' } | { readonly kind: 'answer'; readonly reminder: ReminderView } | null;

function Desk({ overview, period, agencies, first, reminders, ofYear, onOfYear }: DeskProps) {
  const [kept, setAt] = useState<AgencyId | null>(first[0] ?? null);
  const [ticked, setTicked] = useState<ReadonlySet<AgencyId>>(new Set(first));
  const [ofAll, setOfAll] = useState(false);
  const [asked, setAsked] = useState<Asked>(null);
  const agency = agencies.find(({ agencyId }) => agencyId === kept) ?? agencies[0];
  const place: ReminderPlace = useMemo(
    () => ({ planId: overview.plan.id, periodId: period.id }),
    [overview.plan.id, period.id],
  );
  const meant = agencies.filter(({ agencyId }) => ticked.has(agencyId));
  const tick = (agencyIds: readonly AgencyId[], on: boolean): void => {
    const rest = [...ticked].filter((id) => !agencyIds.includes(id));
    setTicked(new Set(on ? [...rest, ...agencyIds] : rest));
  };
  const shown = ofAll || !agency ? reminders : reminders.filter(({ agencyId }) => agencyId === agency.agencyId);
  const closeAsked = (): void => setAsked(null);
  return (
    <div className="reminders" data-testid="reminders">
      <div className="reminders-bar">
        <strong>{periodTitle(period.label)}</strong>
        <span>{summaryOf(agencies)}</span>
        <Button
          icon={<Copy />}
          data-testid="owing-copy"
          disabled={agencies.length === 0}
          onClick={() => copyAll(meant, agencies)}
        >
          {meant.length > 0 ? `复制 ${meant.length} 家的文字` : '复制全部文字'}
        </Button>
        <Button
          icon={<FileText />}
          data-testid="owing-slips"
          disabled={meant.length === 0}
          title="勾选的单位各按建议的颜色开一份单，编号留存"
          onClick={() => void openSlips(place, meant).then(() => setTicked(new Set()))}
        >
          {meant.length > 0 ? `给 ${meant.length} 家按建议开单` : '按建议开单'}
        </Button>
      </div>
      {agency ? (
        <div className="reminders-work">
          <div className="owing-list">
            <OwingTable agencies={agencies} at={agency.agencyId} onAt={setAt} ticked={ticked} onTick={tick} />
          </div>
          <LetterPane key={agency.agencyId} place={place} agency={agency} onCall={() => setAsked({ kind: 'call' })} />
        </div>
      ) : (
        <p className="empty-note">这一期没有欠报或临近时限的单位。离时限 5 天以内还没有报的，会列在这里。</p>
      )}
      <div className="reminders-log">
        <div className="reminders-log-head">
          <strong>催办记录</strong>
          <label>
            <input type="checkbox" checked={ofAll || !agency} disabled={!agency} onChange={() => setOfAll(!ofAll)} />
            所有单位
          </label>
          <label>
            <input type="checkbox" checked={ofYear} data-testid="log-year" onChange={() => onOfYear(!ofYear)} />
            所有报送期
          </label>
        </div>
        <ReminderLog
          reminders={shown}
          withNames={ofAll || !agency}
          withPeriods={ofYear}
          onAnswer={(reminder) => setAsked({ kind: 'answer', reminder })}
        />
      </div>
      {asked?.kind === 'call' && agency ? (
        <CallDialog
          title={`记一次电话：${agency.agencyName}`}
          lead={[agency.reporter, agency.phone].filter((word) => word !== '').join('　') || '没有登记联系人和电话。'}
          start={{ told: agency.reporter, answer: '', on: overview.today, promisedOn: null }}
          asksWho
          onSave={(answer) => keepCall(place, agency, answer)}
          onClose={closeAsked}
        />
      ) : null}
      {asked?.kind === 'answer' ? (
        <CallDialog
          title={`记录答复：${asked.reminder.agencyName}`}
          lead="对方后来怎样答复、承诺哪天报，记在这一次催办下。"
          start={{
            told: asked.reminder.told,
            answer: asked.reminder.answer,
            on: asked.reminder.answeredOn ?? overview.today,
            promisedOn: asked.reminder.promisedOn,
          }}
          asksWho={false}
          onSave={({ answer, on, promisedOn }) => keepAnswer(asked.reminder.id, { answer, answeredOn: on, promisedOn })}
          onClose={closeAsked}
        />
      ) : null}
    </div>
  );
}

function summaryOf(agencies: readonly OwingAgency[]): string {
  const late = agencies.filter(({ daysLate }) => daysLate > 0).length;
  const broken = agencies.filter(({ promise }) => promise?.passed).length;
  const parts = [
    `${agencies.length} 家有欠报或临近时限`,
    `${late} 家已逾期`,
    ...(broken > 0 ? [`${broken} 家承诺已过`] : []),
  ];
  return parts.join('，');
}

function copyAll(meant: readonly OwingAgency[], agencies: readonly OwingAgency[]): void {
  const told = meant.length > 0 ? meant : agencies;
  const copied = copyText(told.map(({ text }) => text).join('\n\n'));
  if (copied) showNotice(`已复制 ${told.length} 家单位的催办文字`, '可以粘贴到 QQ、微信或短信里。');
  else showNotice('没有复制成功', '请在右边选中文字后按 Ctrl+C。');
}

/** A slip of the colour that is proposed for each, all as one step. */
async function openSlips(place: ReminderPlace, agencies: readonly OwingAgency[]): Promise<void> {
  try {
    const told = await Promise.all(
      agencies.map(async ({ agencyId, proposed, taskIds }) => {
        const { text } = await client.reminder.letter({ ...place, agencyId, slip: proposed });
        return { agencyId, manner: 'slip', slip: proposed, tasks: taskIds, text } as const;
      }),
    );
    await keepReminders(place, told);
  } catch (reason) {
    showError(toAppError(reason));
  }
}

function keepCall(place: ReminderPlace, agency: OwingAgency, { on, ...call }: CallAnswer): Promise<boolean> {
  const told = {
    agencyId: agency.agencyId,
    manner: 'call',
    slip: null,
    tasks: agency.taskIds,
    text: agency.text,
  } as const;
  return keepReminders(place, [{ ...told, ...call }], on);
}
