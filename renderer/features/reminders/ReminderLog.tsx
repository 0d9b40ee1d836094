import { MessageSquareReply, Printer, Trash2 } from 'lucide-react';
import { periodTitle } from '#shared/domain/period.ts';
import { REMINDER_MANNER_LABELS, type ReminderView } from '#shared/domain/reminder.ts';
import { shortDateText } from '../../text/dates.ts';
import { IconButton } from '../../ui/Button.tsx';
import { dropReminder, previewReminder } from './reminder-steps.ts';

export type ReminderLogProps = {
  readonly reminders: readonly ReminderView[];
  /** Whether it names the agencies: it is about more than one. */
  readonly withNames: boolean;
  /** Whether it names the periods, in the same way. */
  readonly withPeriods: boolean;
  readonly onAnswer: (reminder: ReminderView) => void;
};

const PROMISE_WORDS = { open: '未到期', passed: '已过期未报', kept: '已办' } as const;

/** Who was told when and in which manner, and what was answered; the newest first. */
export function ReminderLog({ reminders, withNames, withPeriods, onAnswer }: ReminderLogProps) {
  if (reminders.length === 0) return <p className="reminder-none">还没有催办记录。</p>;
  return (
    <table className="table reminder-log" data-testid="reminder-log">
      <thead>
        <tr>
          <th>日期</th>
          {withPeriods ? <th>报送期</th> : null}
          {withNames ? <th>单位</th> : null}
          <th>方式</th>
          <th>任务</th>
          <th>接听人</th>
          <th>答复</th>
          <th>承诺</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {reminders.map((reminder) => (
          <tr key={reminder.id} data-testid={`reminder-${reminder.id}`} title={reminder.text}>
            <td>{shortDateText(reminder.madeOn)}</td>
            {withPeriods ? <td>{periodTitle(reminder.periodLabel)}</td> : null}
            {withNames ? <td>{reminder.agencyName}</td> : null}
            <td>
              {reminder.slip === null ? (
                REMINDER_MANNER_LABELS[reminder.manner]
              ) : (
                <span className={`slip slip-${reminder.slip}`}>{reminder.slipNumber}</span>
              )}
            </td>
            <td>{taskWords(reminder)}</td>
            <td>{reminder.told}</td>
            <td className="reminder-answer">{reminder.answer}</td>
            <td className={reminder.promise === 'passed' ? 'owing-late' : undefined}>
              {reminder.promisedOn === null || reminder.promise === null
                ? ''
                : `${shortDateText(reminder.promisedOn)}（${PROMISE_WORDS[reminder.promise]}）`}
            </td>
            <td className="reminder-acts">
              <IconButton label="记录答复" icon={<MessageSquareReply />} onClick={() => onAnswer(reminder)} />
              <IconButton label="打印" icon={<Printer />} onClick={() => void previewReminder(reminder.id)} />
              <IconButton label="删除这条记录" icon={<Trash2 />} onClick={() => void dropReminder(reminder.id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 第 5、12 项; of many how many. */
function taskWords({ taskNumbers }: ReminderView): string {
  if (taskNumbers.length === 0) return '';
  return taskNumbers.length > 4 ? `${taskNumbers.length} 项` : `第 ${taskNumbers.join('、')} 项`;
}
