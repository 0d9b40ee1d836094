import { useQuery } from '@tanstack/react-query';
import { Plus, Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { redo, undo } from '#renderer/steps/undo.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog, useWindowState } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { AddAgenciesDialog } from './AddAgenciesDialog.tsx';
import { AgencyCard } from './AgencyCard.tsx';
import { AgencyList } from './AgencyList.tsx';
import { groupAgencies } from './agency-rows.ts';
import { MergeDialog } from './MergeDialog.tsx';
import './agencies.css';

export type AgenciesDialogProps = {
  readonly overview: Overview;
  /** Shown first, with the cursor in its name: that is what it was opened for. */
  readonly agencyId: AgencyId | null;
};

type Over =
  | { readonly kind: 'add' }
  | { readonly kind: 'merge'; readonly from: AgencyView; readonly into: AgencyView | undefined }
  | null;

/** 单位名录: the list on the left, one agency on the right. Every change is stored at once and can be taken back. */
export function AgenciesDialog({ overview, agencyId }: AgenciesDialogProps) {
  const { agencies } = overview;
  const [words, setWords] = useState('');
  const [chosenId, choose] = useState(agencyId ?? firstOf(agencies, ''));
  const [over, setOver] = useState<Over>(null);
  const groups = useMemo(() => groupAgencies(agencies, words, chosenId), [agencies, words, chosenId]);
  const nameField = useRef<HTMLInputElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const search = (text: string): void => {
    setWords(text);
    if (text.trim() !== '') choose(firstOf(agencies, text));
  };
  const similar = useQuery({ ...orpc.agency.similar.queryOptions(), staleTime: 0 }).data ?? [];
  const listed = groups.flatMap((group) => group.agencies);
  const chosen = listed.find((agency) => agency.id === chosenId) ?? listed[0];
  const byId = (id: AgencyId) => agencies.find((agency) => agency.id === id);
  const nearest = (similar.find((entry) => entry.agencyId === chosen?.id)?.nearest ?? []).flatMap(
    (id) => byId(id) ?? [],
  );
  return (
    <Modal
      title="单位名录"
      lead="名称、别称、类别和顺序；改动立即保存，都可以撤销。"
      size="full"
      testId="agencies-dialog"
      initialFocus={agencyId === null ? searchField : nameField}
      onClose={closeDialog}
      footer={<Footer agencies={agencies} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble up from the fields and the list */}
      <div className="agencies" onKeyDown={takeBack}>
        <div className="agencies-side">
          <div className="agencies-tools">
            <input
              ref={searchField}
              className="input"
              data-testid="agency-search"
              aria-label="查找单位"
              placeholder="名称、别称或拼音首字母"
              spellCheck={false}
              value={words}
              onChange={(event) => search(event.target.value)}
            />
            <Button icon={<Plus />} data-testid="agency-add" onClick={() => setOver({ kind: 'add' })}>
              新增单位…
            </Button>
          </div>
          <AgencyList
            groups={groups}
            agencies={agencies}
            chosen={chosen}
            similar={new Set(similar.map((entry) => entry.agencyId))}
            onChoose={choose}
          />
        </div>
        {chosen ? (
          <AgencyCard
            key={chosen.id}
            agency={chosen}
            agencies={agencies}
            nameField={nameField}
            nearest={nearest}
            onMerge={(from, into) => setOver({ kind: 'merge', from, into })}
          />
        ) : (
          <p className="empty-note">没有这个单位</p>
        )}
      </div>
      {over?.kind === 'add' ? (
        <AddAgenciesDialog
          onAdded={(first) => {
            setWords('');
            choose(first);
          }}
          onClose={() => setOver(null)}
        />
      ) : null}
      {over?.kind === 'merge' ? (
        <MergeDialog
          first={over.from}
          second={over.into}
          agencies={agencies}
          onMerged={choose}
          onClose={() => setOver(null)}
        />
      ) : null}
    </Modal>
  );
}

function firstOf(agencies: readonly AgencyView[], words: string): AgencyId | null {
  return groupAgencies(agencies, words)[0]?.agencies[0]?.id ?? null;
}

/** Ctrl+Z and Ctrl+Y, unless they belong to the text being typed. */
function takeBack(event: KeyboardEvent): void {
  if (!event.ctrlKey || event.target instanceof HTMLInputElement) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) void undo();
  else if (key === 'y' || key === 'z') void redo();
}

function Footer({ agencies }: { readonly agencies: readonly AgencyView[] }) {
  const undoLabel = useWindowState((state) => state.undoLabel);
  const redoLabel = useWindowState((state) => state.redoLabel);
  const withDuties = agencies.filter((agency) => agency.duties > 0).length;
  return (
    <>
      <span className="modal-foot-note">
        共 {agencies.length} 个单位，{withDuties} 个有责任
      </span>
      <Button
        icon={<Undo2 />}
        data-testid="agencies-undo"
        title={undoLabel ?? ''}
        disabled={undoLabel === null}
        onClick={() => void undo()}
      >
        撤销
      </Button>
      <Button
        icon={<Redo2 />}
        data-testid="agencies-redo"
        title={redoLabel ?? ''}
        disabled={redoLabel === null}
        onClick={() => void redo()}
      >
        重做
      </Button>
      <Button tone="main" data-testid="agencies-close" onClick={closeDialog}>
        关闭
      </Button>
    </>
  );
}
