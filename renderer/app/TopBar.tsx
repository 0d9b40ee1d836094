import {
  ChevronDown,
  ClipboardList,
  Eye,
  FileDown,
  HelpCircle,
  History,
  PanelRight,
  Printer,
  Redo2,
  Search,
  Send,
  Undo2,
  X,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMatrixView } from '#renderer/view/view-state.ts';
import type { MenuCommand } from '#shared/contract/shell.contract.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { isSheet, useScreen } from '../state/screen.ts';
import { openDialog, setFilter, useWindowState } from '../state/window-state.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { FILTER_INPUT_ID, useWindowFacts, windowActions } from './actions.ts';
import { commandOf } from './commands.ts';
import { PeriodChooser } from './PeriodChooser.tsx';
import '../ui/field.css';
import './top-bar.css';

const ExportMenu = lazy(() =>
  import('../features/exports/ExportMenu.tsx').then((module) => ({ default: module.ExportMenu })),
);
const WeekButton = lazy(() =>
  import('../features/week/WeekButton.tsx').then((module) => ({ default: module.WeekButton })),
);
const ViewMenu = lazy(() => import('../features/views/ViewMenu.tsx').then((module) => ({ default: module.ViewMenu })));

export type TopBarProps = { readonly overview: Overview | undefined; readonly period: PeriodView | undefined };

/** Plan, period, filter, and the commands used every day. */
export function TopBar({ overview, period }: TopBarProps) {
  const dutiesOnly = useMatrixView((view) => view.dutiesOnly);
  const panelOpen = useWindowState((state) => state.panelOpen);
  const facts = useWindowFacts();
  const tool = (id: MenuCommand, icon: ReactNode, hint: string | null, testId: string) => {
    const command = commandOf(id);
    const key = command.shortcuts[0];
    return (
      <IconButton
        label={`${command.label}${hint ? `：${hint}` : ''}${key ? `（${key}）` : ''}`}
        icon={icon}
        data-testid={testId}
        disabled={!command.enabled(facts)}
        onClick={() => command.run(windowActions)}
      />
    );
  };
  const button = (id: MenuCommand, icon: ReactNode, testId: string) => {
    const command = commandOf(id);
    return (
      <Button
        icon={icon}
        title={command.label}
        data-testid={testId}
        disabled={!command.enabled(facts)}
        onClick={() => command.run(windowActions)}
      >
        <span className="button-words">{command.label}</span>
      </Button>
    );
  };

  // How the matrix is looked at says nothing of the ledger.
  const screen = useScreen();
  const inMatrix = screen === 'matrix';
  return (
    <header className="top-bar">
      <button
        type="button"
        className="plan-name"
        data-testid="plan-name"
        disabled={!overview}
        title={`${overview?.plan.title ?? ''}\n切换计划、查看计划信息`.trim()}
        onClick={() => openDialog({ kind: 'plans' })}
      >
        <strong>{overview?.plan.title ?? '正在打开…'}</strong>
        <span>{overview?.plan.documentNumber}</span>
      </button>
      {overview ? (
        <PeriodChooser overview={overview} period={period} />
      ) : (
        <select className="select period-select" aria-label="报送期" disabled>
          <option>正在读取…</option>
        </select>
      )}
      {inMatrix ? (
        <Suspense
          fallback={
            <Button icon={<Eye />} disabled>
              责任视图
              <ChevronDown />
            </Button>
          }
        >
          <ViewMenu disabled={!facts.ready} />
        </Suspense>
      ) : null}
      {/* Other screens have a box of their own, beside what it filters. */}
      {isSheet(screen) ? <FilterBox /> : null}
      {inMatrix ? (
        <label className="check-label" title="隐藏没有承担任务的单位（Ctrl+Shift+D）">
          <input
            type="checkbox"
            aria-label="只看有责任的单位"
            data-testid="duties-only"
            checked={dutiesOnly}
            onChange={() => commandOf('toggle-duties-only').run(windowActions)}
          />
          <span className="check-words">只看有责任的单位</span>
        </label>
      ) : null}
      <span className="top-bar-space" />
      {overview ? (
        <Suspense fallback={null}>
          <WeekButton overview={overview} />
        </Suspense>
      ) : null}
      {tool('undo', <Undo2 />, facts.undoLabel, 'undo')}
      {tool('redo', <Redo2 />, facts.redoLabel, 'redo')}
      <span className="top-bar-line" />
      <Suspense
        fallback={
          <Button icon={<FileDown />} disabled>
            导出
            <ChevronDown />
          </Button>
        }
      >
        <ExportMenu
          icon={<FileDown />}
          disabled={!commandOf('export-matrix').enabled(facts)}
          onAll={windowActions.showExports}
        />
      </Suspense>
      {tool('print-preview', <Printer />, null, 'print-open')}
      {button('send-forms', <Send />, 'forms-open')}
      {button('take-returns', <ClipboardList />, 'returns-open')}
      <span className="top-bar-line" />
      {tool('history', <History />, null, 'history-open')}
      {tool('help', <HelpCircle />, null, 'help-open')}
      <IconButton
        label={panelOpen ? '收起任务详情（F4）' : '展开任务详情（F4）'}
        icon={<PanelRight />}
        aria-pressed={panelOpen}
        data-testid="panel-toggle"
        disabled={!isSheet(screen)}
        onClick={() => windowActions.togglePanel()}
      />
    </header>
  );
}

function FilterBox() {
  const filter = useWindowState((state) => state.filter);
  return (
    <div className="filter-box">
      <Search aria-hidden />
      <input
        id={FILTER_INPUT_ID}
        className="input"
        data-testid="quick-filter"
        aria-label="筛选任务或单位"
        placeholder="筛选任务、单位"
        title="可输入序号、文字、单位名称或拼音首字母，如 nyncj（Ctrl+Shift+F）"
        spellCheck={false}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) setFilter('');
        }}
      />
      {filter === '' ? null : (
        <IconButton className="filter-clear" label="清除筛选（Esc）" icon={<X />} onClick={() => setFilter('')} />
      )}
    </div>
  );
}
