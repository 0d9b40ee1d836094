import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SendingId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { SENDING_KIND_LABELS, SENDING_KINDS, type SendingKind, type SendingView } from '#shared/domain/sending.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { SendingComparisonView } from './SendingComparisonView.tsx';
import { SendingsTable } from './SendingsTable.tsx';
import { askWhichSending } from './sending-actions.ts';
import './sendings.css';

type Compared = { readonly before: SendingId; readonly after: SendingId | null };

/** 发出记录: what went out, when, in which state, to whom; two of them compared; one written again as it was. */
export function SendingsDialog() {
  const [compared, setCompared] = useState<Compared | null>(null);
  const [chosen, setChosen] = useState<readonly SendingId[]>([]);
  const [kind, setKind] = useState<SendingKind | ''>('');
  const [period, setPeriod] = useState('');
  const [search, setSearch] = useState('');
  const answer = useQuery({ ...orpc.sendings.list.queryOptions({ input: {} }), staleTime: 0 });
  const all = answer.data ?? [];
  const shown = all.filter(
    (sending) =>
      (kind === '' || sending.kind === kind) && (period === '' || sending.period === period) && names(sending, search),
  );
  const which = shown.filter(({ id }) => chosen.includes(id));
  const back = compared && (
    <span ref={takeCursor}>
      <Button data-testid="sendings-back" onClick={() => setCompared(null)}>
        返回发出记录
      </Button>
    </span>
  );
  return (
    <Modal
      title={compared ? '对比两次发出' : '发出记录'}
      lead={
        compared
          ? '两次的表都按当时的数据重新生成，按任务和单位逐行对应，与行的位置无关。'
          : '每次导出的表格、填报表都记在数据文件里：什么表、什么时候、当时的数据是哪一步。勾选两条可以对比。'
      }
      size="full"
      testId="sendings-dialog"
      onClose={compared ? () => setCompared(null) : closeDialog}
      footer={
        <>
          {back ?? <CompareButtons which={which} onCompare={setCompared} />}
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      {compared ? (
        <SendingComparisonView {...compared} />
      ) : (
        <>
          <div className="sendings-filter">
            <select
              className="select"
              aria-label="类别"
              data-testid="sendings-kind"
              value={kind}
              onChange={({ target }) => setKind(SENDING_KINDS.find((each) => each === target.value) ?? '')}
            >
              <option value="">全部类别</option>
              {SENDING_KINDS.map((each) => (
                <option key={each} value={each}>
                  {SENDING_KIND_LABELS[each]}
                </option>
              ))}
            </select>
            <select
              className="select"
              aria-label="报送期"
              data-testid="sendings-period"
              value={period}
              onChange={({ target }) => setPeriod(target.value)}
            >
              <option value="">全部报送期</option>
              {periodsOf(all).map((label) => (
                <option key={label} value={label}>
                  {periodTitle(label)}
                </option>
              ))}
            </select>
            <input
              className="input"
              type="search"
              aria-label="查找发出记录"
              data-testid="sendings-search"
              placeholder="表、单位、文件、报送对象"
              maxLength={100}
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
            <Button data-testid="sendings-which" onClick={() => void askWhichSending()}>
              查一个文件是哪次发出的…
            </Button>
          </div>
          {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
          {answer.data ? <SendingsTable sendings={shown} chosen={chosen} onChoose={setChosen} /> : null}
        </>
      )}
    </Modal>
  );
}

/** The button that was pressed is gone: the cursor goes on with what stands in its place. */
function takeCursor(buttons: HTMLElement | null): void {
  buttons?.querySelector<HTMLElement>('button:enabled')?.focus();
}

/** Whether the words somebody looks for stand in what is told of a sending. */
function names({ what, agency, fileName, sentTo }: SendingView, search: string): boolean {
  const told = `${what} ${agency} ${fileName} ${sentTo}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => told.includes(word));
}

function periodsOf(sendings: readonly SendingView[]): readonly string[] {
  return [...new Set(sendings.map(({ period }) => period))].filter((label) => label !== '').toSorted();
}

type CompareButtonsProps = {
  readonly which: readonly SendingView[];
  readonly onCompare: (compared: Compared) => void;
};

function CompareButtons({ which, onCompare }: CompareButtonsProps) {
  // The newest first: the older one is what was, the newer one what became of it.
  const [newer, older] = which;
  const isOne = which.length === 1 && newer?.isComparable === true;
  const areTwo = which.length === 2 && which.every(({ isComparable }) => isComparable) && newer?.what === older?.what;
  return (
    <span className="sendings-compare" ref={takeCursor}>
      <span className="sendings-hint">{hintFor(which)}</span>
      <Button
        data-testid="sendings-compare-now"
        disabled={!isOne}
        onClick={() => newer && onCompare({ before: newer.id, after: null })}
      >
        与现在对比
      </Button>
      <Button
        data-testid="sendings-compare"
        disabled={!areTwo}
        onClick={() => newer && older && onCompare({ before: older.id, after: newer.id })}
      >
        对比所选两次
      </Button>
    </span>
  );
}

/** Why a button is grey. */
function hintFor(which: readonly SendingView[]): string {
  const [newer, older] = which;
  if (which.length === 0) return '勾选一条可与现在对比，勾选两条可互相对比';
  if (!which.every(({ isComparable }) => isComparable)) return '所选的记录只留有文件名，不能对比';
  if (which.length === 2 && newer?.what !== older?.what) return '所选的两条不是同一种表，不能对比';
  return which.length > 2 ? '最多勾选两条' : '';
}
