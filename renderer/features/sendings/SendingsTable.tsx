import type { SendingId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { SENDING_KIND_LABELS, type SendingView } from '#shared/domain/sending.ts';
import { useAsOf } from '../../state/past.ts';
import { dateText, momentText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { EditText } from '../../ui/EditText.tsx';
import { exportAgain, lookAtState, setSentTo } from './sending-actions.ts';

export type SendingsTableProps = {
  readonly sendings: readonly SendingView[];
  readonly chosen: readonly SendingId[];
  readonly onChoose: (chosen: readonly SendingId[]) => void;
};

/** What went out, the newest first. */
export function SendingsTable({ sendings, chosen, onChoose }: SendingsTableProps) {
  if (sendings.length === 0) {
    return <p className="empty-note">还没有符合条件的发出记录。导出表格、发出填报表后会记在这里。</p>;
  }
  const toggle = (id: SendingId): void =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <table className="table sendings-table">
      <thead>
        <tr>
          <th aria-label="选择" />
          <th>发出时间</th>
          <th className="sendings-kind">类别</th>
          <th>表</th>
          <th>报送期</th>
          <th>文件</th>
          <th className="number">行数</th>
          <th>当时的数据</th>
          <th>报送对象</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {sendings.map((sending) => (
          <SendingRow
            key={sending.id}
            sending={sending}
            isChosen={chosen.includes(sending.id)}
            onToggle={() => toggle(sending.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Most tables tell the state of the day they went out: then the day need not be said twice. */
function isSameDay(on: string, sentAt: string): boolean {
  return momentText(sentAt).startsWith(on);
}

type SendingRowProps = {
  readonly sending: SendingView;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
};

function SendingRow({ sending, isChosen, onToggle }: SendingRowProps) {
  const inPast = useAsOf() !== null;
  const { id, kind, what, agency, period, fileName, notices, rows, sentAt, sentTo, state } = sending;
  return (
    <tr data-testid={`sending-${id}`}>
      <td className="sendings-choose">
        <input
          type="checkbox"
          aria-label={`选择 ${fileName}`}
          data-testid={`choose-sending-${id}`}
          checked={isChosen}
          onChange={onToggle}
        />
      </td>
      <td className="sendings-time">{momentText(sentAt)}</td>
      <td className="sendings-kind">{SENDING_KIND_LABELS[kind]}</td>
      <td title={`${what} ${agency}`.trim()}>
        {kind === 'form' && agency !== '' ? agency : what}
        {kind === 'form' || agency === '' ? null : <small>{agency}</small>}
      </td>
      <td>{period === '' ? '' : periodTitle(period)}</td>
      <td className="sendings-file">
        <span title={fileName}>{fileName}</span>
        {notices.length === 0 ? null : (
          <small className="sendings-notice" title={notices.join('\n')}>
            有 {notices.length} 条提示
          </small>
        )}
      </td>
      <td className="number">{rows}</td>
      <td className="sendings-time">
        {isSameDay(state.on, sentAt) ? '' : `${dateText(state.on)} · `}第 {state.stepId} 步
      </td>
      <td className="sendings-to">
        {inPast ? (
          sentTo
        ) : (
          <EditText
            value={sentTo}
            label={`${fileName} 的报送对象`}
            testId={`sent-to-${id}`}
            placeholder={kind === 'form' ? '收件人' : '如：报送市食安办'}
            onCommit={(text) => void setSentTo(id, text)}
          />
        )}
      </td>
      <td className="sendings-do">
        <Button data-testid={`look-at-sending-${id}`} onClick={() => void lookAtState(sending)}>
          看当时的情况
        </Button>
        {sending.isRemade ? (
          <Button
            data-testid={`send-again-${id}`}
            title="按当时的数据再生成一份"
            onClick={() => void exportAgain(sending)}
          >
            再次导出…
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
