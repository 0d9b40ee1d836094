import { useQuery } from '@tanstack/react-query';
import { Copy, FileText, Phone, Printer } from 'lucide-react';
import { useState } from 'react';
import { REMINDER_TEXT_MAX } from '#shared/contract/reminder.contract.ts';
import { type OwingAgency, SLIP_LABELS, SLIPS, type Slip } from '#shared/domain/reminder.ts';
import { orpc } from '../../bridge/client.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showNotice } from '../../ui/toasts.ts';
import { keepReminders, previewNewest, type ReminderPlace, type Told } from './reminder-steps.ts';

export type LetterPaneProps = {
  readonly place: ReminderPlace;
  readonly agency: OwingAgency;
  readonly onCall: () => void;
};

/** What one agency is told: its words by slip, to be corrected, copied, printed, put into a slip. */
export function LetterPane({ place, agency, onCall }: LetterPaneProps) {
  const [slip, setSlip] = useState<Slip>(agency.proposed);
  const [replyBy, setReplyBy] = useState<string | null>(null);
  /** Kept until another slip or day is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const input = { ...place, agencyId: agency.agencyId, slip, ...(replyBy === null ? {} : { replyBy }) };
  const letter = useQuery({ ...orpc.reminder.letter.queryOptions({ input }), placeholderData: (before) => before });
  const text = typed ?? letter.data?.text ?? agency.text;
  const told = (manner: Told['manner'], of: Slip | null): Told => ({
    ...{ agencyId: agency.agencyId, manner, slip: of, tasks: agency.taskIds, text },
  });
  const keep = async (one: Told, isPrinted: boolean): Promise<void> => {
    if (!(await keepReminders(place, [one]))) return;
    setTyped(null);
    if (isPrinted) await previewNewest(place, agency.agencyId);
  };
  const copy = (): void => {
    if (!copyText(text)) {
      showNotice('没有复制成功', '请选中文字后按 Ctrl+C。');
      return;
    }
    showNotice(`已复制${agency.agencyName}的催办文字`, '可以粘贴到 QQ、微信或短信里。', {
      label: '记为已发消息',
      run: () => void keep(told('message', null), false),
    });
  };
  return (
    <section className="letter" aria-label={`催办${agency.agencyName}`} data-testid="letter">
      <header className="letter-head">
        <h3>{agency.agencyName}</h3>
        <span>{[agency.reporter, agency.phone].filter((word) => word !== '').join('　') || '没有联系人'}</span>
      </header>
      <div className="letter-tools">
        {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no field set */}
        <div className="collection-filters" role="group" aria-label="用哪一种单">
          {SLIPS.map((each) => (
            <button
              key={each}
              type="button"
              className="collection-filter"
              aria-pressed={each === slip}
              data-testid={`slip-${each}`}
              onClick={() => {
                setSlip(each);
                setTyped(null);
              }}
            >
              {SLIP_LABELS[each]}
              {each === agency.proposed ? <small>（建议）</small> : null}
            </button>
          ))}
        </div>
        <label className="letter-by">
          请于
          <input
            className="input"
            type="date"
            value={replyBy ?? letter.data?.replyBy ?? ''}
            onChange={(event) => {
              setReplyBy(event.target.value || null);
              setTyped(null);
            }}
          />
          前报送
        </label>
      </div>
      <textarea
        className="input letter-text"
        aria-label="催办文字"
        data-testid="letter-text"
        maxLength={REMINDER_TEXT_MAX}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
      />
      <footer className="letter-foot">
        <Button icon={<Copy />} data-testid="letter-copy" onClick={copy}>
          复制文字
        </Button>
        <Button icon={<Phone />} data-testid="letter-call" onClick={onCall}>
          记一次电话…
        </Button>
        <Button
          icon={<Printer />}
          data-testid="letter-print"
          title="记为书面送达，并打开打印预览"
          onClick={() => void keep(told('print', null), true)}
        >
          打印…
        </Button>
        <Button
          tone="main"
          icon={<FileText />}
          data-testid="letter-slip"
          title="编号、留存，并打开打印预览"
          onClick={() => void keep(told('slip', slip), true)}
        >
          {`开${SLIP_LABELS[slip]}…`}
        </Button>
      </footer>
    </section>
  );
}
