import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { KindButton } from '../result/KindButton.tsx';
import { edit, goToDoubt, useReview, useReviewStore } from '../review-store.ts';
import { DOUBT_WORDS } from './doubt-actions.ts';
import { DOUBT_KINDS, type Doubt, type DoubtKind } from './doubts.ts';

const ROW_HEIGHT_PX = 48;

/** Every doubt, countable by kind; a click goes there. */
export function DoubtList({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const store = useReviewStore();
  const current = useReview((state) => state.doubt);
  const [kind, setKind] = useState<DoubtKind | null>(null);
  const shown = kind === null ? doubts : doubts.filter((doubt) => doubt.kind === kind);
  const open = shown.filter((doubt) => !doubt.isSeen).map((doubt) => doubt.id);
  const counts = Map.groupBy(doubts, (doubt) => doubt.kind);
  if (doubts.length === 0) return <p className="empty-note">没有疑点。</p>;
  return (
    <div className="doubt-list">
      <div className="doubt-kinds">
        <KindButton label="全部" count={doubts.length} isOn={kind === null} onClick={() => setKind(null)} />
        {DOUBT_KINDS.filter((name) => counts.has(name)).map((name) => (
          <KindButton
            key={name}
            label={DOUBT_WORDS[name]}
            count={counts.get(name)?.length ?? 0}
            isOn={kind === name}
            onClick={() => setKind(name)}
          />
        ))}
        <span className="change-tools">
          <Button
            tone="quiet"
            data-testid="doubts-see-all"
            disabled={open.length === 0}
            onClick={() => edit(store, { kind: 'see', doubts: open, seen: true })}
          >
            {kind === 'UNKNOWN_AGENCY' ? '全部新增' : '全部标为已核对'}（{open.length}）
          </Button>
        </span>
      </div>
      <VirtualList
        label="疑点"
        testId="review-doubts"
        count={shown.length}
        estimate={() => ROW_HEIGHT_PX}
        keyOf={(index) => shown[index]?.id ?? index}
        render={(index) => {
          const doubt = shown[index];
          if (!doubt) return null;
          return (
            <button
              type="button"
              className="doubt-row"
              aria-pressed={doubt.id === current}
              onClick={() => goToDoubt(store, doubt)}
            >
              {doubt.isSeen ? (
                <CircleCheck className="doubt-seen" aria-label="已核对" />
              ) : (
                <TriangleAlert className="task-doubt" aria-label="未核对" />
              )}
              <b>{DOUBT_WORDS[doubt.kind]}</b>
              <span>{doubt.message}</span>
            </button>
          );
        }}
      />
    </div>
  );
}
