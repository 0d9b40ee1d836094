import { useEffect, useRef, useState } from 'react';
import type { ShownMatrix } from '#renderer/state/window-state.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import type { LayoutView } from '#shared/domain/layout-views.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { beginDraft, type DraftHistory } from '../layouts/draft-history.ts';
import { LayoutEditor } from '../layouts/LayoutEditor.tsx';
import { LayoutList } from '../layouts/LayoutList.tsx';
import { LayoutPicture, type LayoutPictureProps } from '../layouts/LayoutPicture.tsx';
import { ownName, problemOf, sameLayout } from '../layouts/layout-draft.ts';
import { removeLayout, saveLayout, takeLayoutFile } from '../layouts/layout-steps.ts';
import { NameDialog } from '../layouts/NameDialog.tsx';
import { namesOf, useLayouts } from '../layouts/use-layouts.ts';
import { usePicture } from '../layouts/use-picture.ts';
import { ChooseFoot, EditFoot } from './ExportFoot.tsx';
import { ExportOptions } from './ExportOptions.tsx';
import {
  type ExportChoices,
  isOfPeriod,
  recallInk,
  recallLayout,
  rememberInk,
  rememberLayout,
  scopeOf,
} from './export-choices.ts';
import { exportLayout } from './export-table.ts';
import { LayoutActs } from './LayoutActs.tsx';
import { printLayout } from './print-layout.ts';
import { SuperiorForms } from './SuperiorForms.tsx';
import './export-dialog.css';

export type ExportDialogProps = {
  readonly overview: Overview;
  readonly period: PeriodView;
  readonly shown: ShownMatrix | null;
};

/** 导出: every table in one place, as it will look on paper; its layout can be changed and kept as an own one. */
export function ExportDialog(props: ExportDialogProps) {
  const answer = useLayouts();
  if (answer.data) return <LoadedLayouts {...props} layouts={answer.data} />;
  return (
    <Modal title="导出" size="full" testId="export-dialog" onClose={closeDialog}>
      <p className="empty-note" role="status">
        {answer.isError ? toAppError(answer.error).message : '正在读取表样…'}
      </p>
    </Modal>
  );
}

/** What is asked over the dialog. */
type Asked = 'name-of-draft' | 'name-of-own' | 'leave-draft' | null;

function LoadedLayouts({
  layouts,
  overview,
  period,
  shown,
}: ExportDialogProps & { readonly layouts: readonly LayoutView[] }) {
  const [key, setKey] = useState(recallLayout);
  const [choices, setChoices] = useState<ExportChoices>(() => ({
    periodId: period.id,
    scope: 'all',
    paper: null,
    ink: recallInk(),
    withLights: false,
    dutyId: null,
  }));
  const [draft, setDraft] = useState<DraftHistory<LayoutDef> | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const side = useRef<HTMLDivElement>(null);
  // What had the cursor goes with the editor, or with a removed layout: it comes back to the list, to the chosen one.
  const [returning, setReturning] = useState(false);
  const isReturned = returning && draft === null && asked === null && layouts.some((each) => each.key === key);
  useEffect(() => {
    if (!isReturned) return;
    side.current?.querySelector<HTMLElement>('input:checked')?.focus();
    setReturning(false);
  }, [isReturned]);
  const view = layouts.find((each) => each.key === key) ?? layouts[0];
  const def = draft?.now ?? view?.def;
  if (!view || !def) return null;
  const names = namesOf(layouts);
  const isChanged = draft !== null && !sameLayout(draft.now, view.def);
  const problem = draft && problemOf(draft.now);
  // One layout's own paper is seen while it is edited, whatever was chosen before.
  const scope = scopeOf(draft ? { ...choices, paper: null } : choices, def, overview, shown);
  const choose = (chosen: string): void => {
    rememberLayout(chosen);
    setKey(chosen);
    // What the matrix shows is no scope of a table with a sheet for each agency.
    const split = layouts.find((each) => each.key === chosen)?.def.split ?? 'none';
    if (split !== 'none' && choices.scope === 'shown') setChoices({ ...choices, scope: 'all' });
  };
  const change = (next: ExportChoices): void => {
    rememberInk(next.ink);
    setChoices(next);
  };
  const endDraft = (): void => {
    setDraft(null);
    setReturning(true);
  };
  const remove = async (): Promise<void> => {
    if (!(await removeLayout(view.key, view.def.name))) return;
    const at = layouts.indexOf(view);
    choose((layouts[at + 1] ?? layouts[at - 1] ?? view).key);
    setReturning(true);
  };
  const leave = (): void => {
    if (draft === null) closeDialog();
    else if (isChanged) setAsked('leave-draft');
    else endDraft();
  };
  const keep = async (next: LayoutDef, ownKey: string | null): Promise<void> => {
    const kept = await saveLayout(next, ownKey);
    if (kept === null) return;
    setAsked(null);
    endDraft();
    choose(kept.key);
  };
  const order = { layout: draft ? def : view.key, def, scope, ink: choices.ink };
  const takeOut = (): void => {
    const chosen = overview.periods.find(({ id }) => id === choices.periodId) ?? period;
    void exportLayout({
      layout: order.layout,
      label: def.name,
      scope,
      period: chosen,
      namesPeriod: isOfPeriod(def) || scope.withLights === true,
      inFolder: def.split === 'files' && choices.scope === 'all',
    });
  };
  return (
    <Modal
      title={draft ? `修改表样：${view.def.name}` : '导出'}
      lead={
        draft
          ? view.builtIn
            ? '自带的表样不会改变：修改后另存为本单位的表样。'
            : '右边是这张表打印出来的样子，随修改而变。'
          : '右边是这张表打印出来的样子。表样可以修改后另存，带到别的电脑上用。'
      }
      size="full"
      testId="export-dialog"
      hold
      onClose={leave}
      footer={
        draft ? (
          <EditFoot
            problem={problem}
            isOwn={!view.builtIn}
            isChanged={isChanged}
            onLeave={leave}
            onSave={() => void keep(draft.now, view.key)}
            onSaveAs={() => setAsked('name-of-draft')}
          />
        ) : (
          <ChooseFoot
            onClose={closeDialog}
            onPdf={() => void printLayout(order, 'pdf')}
            onPrint={() => void printLayout(order, 'paper')}
            onExport={takeOut}
          />
        )
      }
    >
      <div className={draft ? 'export-work export-work-edit' : 'export-work'}>
        {draft ? (
          <LayoutEditor history={draft} onChange={setDraft} />
        ) : (
          <div className="export-side" ref={side}>
            <LayoutList layouts={layouts} chosen={view.key} onChoose={choose} />
            <LayoutActs
              view={view}
              onEdit={() => setDraft(beginDraft(view.def))}
              onRename={() => setAsked('name-of-own')}
              onRemove={() => void remove()}
              onTake={() => void takeLayoutFile().then((taken) => taken !== null && choose(taken))}
            />
            <ExportOptions choices={choices} def={def} overview={overview} shown={shown} onChange={change} />
            <SuperiorForms
              overview={overview}
              period={overview.periods.find(({ id }) => id === choices.periodId) ?? period}
            />
          </div>
        )}
        <PicturePane
          of={view.key}
          def={def}
          scope={scope}
          ink={choices.ink}
          note={def.split === 'none' || choices.scope !== 'all' ? '' : ONE_OF_MANY[def.split]}
        />
      </div>
      {asked === 'name-of-draft' && draft ? (
        <NameDialog
          title="另存为本单位表样"
          name={ownName(view.def.name, names)}
          taken={names}
          onKeep={(name) => void keep({ ...draft.now, name }, null)}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'name-of-own' ? (
        <NameDialog
          title="表样改名"
          name={view.def.name}
          taken={names.filter((name) => name !== view.def.name)}
          onKeep={(name) => void keep({ ...view.def, name }, view.key)}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'leave-draft' ? (
        <Confirm
          title="修改还没有保存"
          words={`对“${view.def.name}”的修改还没有保存，离开就没有了。`}
          confirm="放弃修改"
          cancel="继续修改"
          onConfirm={() => {
            setAsked(null);
            endDraft();
          }}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </Modal>
  );
}

type PicturePaneProps = Pick<LayoutPictureProps, 'ink' | 'of'> & {
  readonly def: LayoutDef;
  readonly scope: ReturnType<typeof scopeOf>;
  readonly note: string;
};

/** The picture of a split layout is of its first sheet. */
const ONE_OF_MANY = {
  sheets: '画的是第一个单位；导出时每个单位一张工作表',
  files: '画的是第一个单位；导出时每个单位一个文件',
} as const;

/** The picture beside what it is a picture of. */
function PicturePane({ def, scope, ink, of, note }: PicturePaneProps) {
  return <LayoutPicture picture={usePicture(def, scope, ink)} ink={ink} of={of} note={note} />;
}
