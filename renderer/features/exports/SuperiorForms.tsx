import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { FillDialog } from '../templates/FillDialog.tsx';
import type { FillSource } from '../templates/fill-template.ts';
import '../templates/templates.css';

export type SuperiorFormsProps = { readonly overview: Overview; readonly period: PeriodView };

/** Forms that a superior sent and the program remembers: each is filled as it stands, its looks are its own. */
export function SuperiorForms({ overview, period }: SuperiorFormsProps) {
  const { data: templates = [] } = useQuery({ ...orpc.template.list.queryOptions({ input: {} }), staleTime: 0 });
  const [filling, fill] = useState<FillSource | null>(null);
  return (
    <fieldset className="layout-choices">
      <legend>上级表样（填进上级发来的表格）</legend>
      {templates.map(({ id, name, fileName }) => (
        <button
          key={id}
          type="button"
          className="superior-form"
          title={`${name}（${fileName}）`}
          data-testid={`superior-${id}`}
          onClick={() => fill({ name, fileName, template: { templateId: id } })}
        >
          {name}…
        </button>
      ))}
      <Button data-testid="superior-all" onClick={() => openDialog({ kind: 'templates' })}>
        {templates.length === 0 ? '读取上级表样…' : '管理上级表样…'}
      </Button>
      {filling ? <FillDialog source={filling} overview={overview} period={period} onClose={() => fill(null)} /> : null}
    </fieldset>
  );
}
