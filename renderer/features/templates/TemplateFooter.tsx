import { useState } from 'react';
import type { TemplateReading, TemplateView } from '#shared/domain/template.ts';
import { Button } from '../../ui/Button.tsx';
import { showNotice } from '../../ui/toasts.ts';
import type { FillSource } from './fill-template.ts';
import { draftProblem, isOpen, mappingOf, type TemplateDraft } from './template-draft.ts';
import { saveTemplate, type TemplateSource } from './template-steps.ts';

export type TemplateFooterProps = {
  readonly source: TemplateSource;
  readonly reading: TemplateReading;
  readonly draft: TemplateDraft | null;
  readonly templates: readonly TemplateView[];
  readonly working: boolean;
  /** Asks for a filled example; `null`: none can be given. */
  readonly onExample: (() => void) | null;
  readonly onFill: (source: FillSource) => void;
  readonly onClose: () => void;
};

/** The name it is kept under, what is still open, and the ways on. */
export function TemplateFooter(props: TemplateFooterProps) {
  const { source, reading, draft, templates, working, onExample, onFill, onClose } = props;
  const [name, setName] = useState(reading.known?.name ?? reading.fileName.replace(/\.[^.]+$/u, ''));
  const open = draft ? draft.mapping.columns.filter((column) => isOpen(draft, column)).length : 0;
  const problem = draft ? draftProblem(draft) : '请先在图上点出表头行。';
  const cannot = working || problem !== null || name.trim() === '';
  const save = async (): Promise<boolean> => {
    if (!draft) return false;
    const id = source.kind === 'kept' ? source.id : (templates.find((each) => each.name === name.trim())?.id ?? null);
    const isKept = await saveTemplate(source, name.trim(), mappingOf(draft), id);
    if (isKept) showNotice(`已记住表样“${name.trim()}”`, '下次选同一份表，或表头相同的表，照此填写。');
    return isKept;
  };
  const fill = (): void => {
    if (!draft) return;
    const mapping = mappingOf(draft);
    // What was pointed out just now counts, kept or not.
    if (source.kind === 'picked')
      onFill({ name: name.trim(), fileName: reading.fileName, template: { file: source.file.ticket, mapping } });
    else
      void save().then(() =>
        onFill({ name: name.trim(), fileName: reading.fileName, template: { templateId: source.id } }),
      );
  };
  return (
    <>
      <span className="modal-foot-note" role="status" data-testid="template-state">
        {working ? (
          '正在读取…'
        ) : problem ? (
          <span className="mapping-problem">{problem}</span>
        ) : open > 0 ? (
          `还有 ${open} 列待核对，未核对的列不填。`
        ) : (
          '各列都已核对。'
        )}
      </span>
      {onExample ? (
        <Button data-testid="template-example" disabled={working} onClick={onExample}>
          对照填好的示例…
        </Button>
      ) : null}
      <input
        className="input template-name"
        aria-label="表样名称"
        data-testid="template-name"
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button onClick={onClose}>返回</Button>
      <Button
        data-testid="template-save"
        disabled={cannot}
        onClick={() => void save().then((kept) => kept && onClose())}
      >
        记住
      </Button>
      <Button tone="main" data-testid="template-fill-now" disabled={cannot} onClick={fill}>
        按此表填报…
      </Button>
    </>
  );
}
