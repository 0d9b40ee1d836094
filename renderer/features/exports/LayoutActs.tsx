import { Pencil } from 'lucide-react';
import type { LayoutView } from '#shared/domain/layout-views.ts';
import { useAsOf } from '../../state/past.ts';
import { Button } from '../../ui/Button.tsx';
import { writeLayoutFile } from '../layouts/layout-steps.ts';

export type LayoutActsProps = {
  readonly view: LayoutView;
  readonly onEdit: () => void;
  readonly onRename: () => void;
  readonly onRemove: () => void;
  readonly onTake: () => void;
};

/** What can be done with the chosen layout itself. The past is looked at, not changed. */
export function LayoutActs({ view, onEdit, onRename, onRemove, onTake }: LayoutActsProps) {
  const inPast = useAsOf() !== null;
  return (
    <fieldset className="layout-acts" aria-label="表样">
      <Button icon={<Pencil />} data-testid="layout-edit" disabled={inPast} onClick={onEdit}>
        修改表样…
      </Button>
      <Button data-testid="layout-rename" disabled={inPast || view.builtIn} onClick={onRename}>
        改名…
      </Button>
      <Button data-testid="layout-remove" disabled={inPast || view.builtIn} onClick={onRemove}>
        删除
      </Button>
      <Button data-testid="layout-write" onClick={() => void writeLayoutFile(view.def)}>
        导出表样文件…
      </Button>
      <Button data-testid="layout-take" disabled={inPast} onClick={onTake}>
        导入表样文件…
      </Button>
    </fieldset>
  );
}
