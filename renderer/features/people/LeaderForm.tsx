import { type FormEvent, useState } from 'react';
import type { LeaderView } from '#shared/domain/people.ts';
import { planIdShown } from '../../state/queries.ts';
import { dateText } from '../../text/dates.ts';
import { parseDateText } from '../../text/parse-date.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { setLeader, succeedLeader } from './people-steps.ts';

export type LeaderFormProps = {
  /** `succeed`: somebody takes the post of `leader` over. */
  readonly kind: 'add' | 'edit' | 'succeed';
  readonly leader: LeaderView | null;
  /** Begun with. */
  readonly name?: string;
  readonly today: string;
  readonly onClose: () => void;
};

const TITLES = { add: '加入领导名录', edit: '修改领导名录', succeed: '职务接替' } as const;

/** One leader: a new one, a correction, or who takes the post over from a day on. */
export function LeaderForm({ kind, leader, name: begun = '', today, onClose }: LeaderFormProps) {
  const isSuccession = kind === 'succeed';
  const [name, setName] = useState(isSuccession ? begun : (leader?.name ?? begun));
  const [post, setPost] = useState(leader?.post ?? '');
  const [since, setSince] = useState(dateText(isSuccession ? today : (leader?.since ?? '')));
  const day = parseDateText(since, today);
  const isReady = name.trim() !== '' && day !== undefined && !(isSuccession && day === null);
  const tasks = leader ? Object.values(leader.tasks).reduce((sum, count) => sum + count, 0) : 0;
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    const done =
      isSuccession && leader && day
        ? await succeedLeader({ leaderId: leader.id, name: name.trim(), on: day, planId: planIdShown() })
        : await setLeader({
            ...(leader ? { leaderId: leader.id } : {}),
            name,
            post,
            since: day ?? null,
            planId: planIdShown(),
          });
    if (done) onClose();
  };
  return (
    <Modal
      title={TITLES[kind]}
      lead={
        isSuccession
          ? `${leader?.name}（${leader?.post || '职务未填'}）的职务由另一位接替；任务中的姓名一并更换，原来的人留在名录里，作为历史。`
          : kind === 'edit' && tasks > 0
            ? '更正姓名时，任务中的姓名一并更正。换人请用“职务接替”。'
            : undefined
      }
      size="small"
      testId="leader-form"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="leader-save" disabled={!isReady} onClick={() => void save()}>
            {isSuccession ? '接替' : '保存'}
          </Button>
        </>
      }
    >
      <form className="people-form" onSubmit={(event) => void save(event)}>
        <Field label={isSuccession ? '接任者姓名' : '姓名'}>
          <input
            className="input"
            data-testid="leader-name"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {isSuccession ? null : (
          <Field label="职务">
            <input
              className="input"
              data-testid="leader-post"
              placeholder="如：县委常委、副县长"
              spellCheck={false}
              value={post}
              onChange={(event) => setPost(event.target.value)}
            />
          </Field>
        )}
        <Field label={isSuccession ? '自哪天起' : '任职日期（可不填）'}>
          <input
            className="input"
            data-testid="leader-since"
            placeholder="如：11月1日、2021年11月1日"
            aria-invalid={day === undefined}
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        </Field>
      </form>
    </Modal>
  );
}
