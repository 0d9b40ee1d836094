import { useState } from 'react';
import type { TemplateMapping, TemplateReading, TemplateView } from '#shared/domain/template.ts';
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
  readonly onKept: () => void;
  readonly onLeave: () => void;
};

/** The name it is kept under, what is still open, and the ways on. */
export function TemplateFooter(props: TemplateFooterProps) {
  const { source, reading, draft, templates, working, onExample, onFill, onKept, onLeave } = props;
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
  const fill = async (): Promise<void> => {
    if (!draft) return;
    const mapping = mappingOf(draft);
    const what = { name: name.trim(), fileName: reading.fileName };
    // What was pointed out just now counts, kept or not.
    if (source.kind === 'picked') onFill({ ...what, template: { file: source.file.ticket, mapping } });
    else if (isSame(source.name, what.name, reading, mapping) || (await save())) {
      onFill({ ...what, template: { templateId: source.id } });
    }
  };
  return (
    <>
      <span className="modal-foot-note" role="status" data-testid="template-state">
        {working ? (
          '正在读取…'
        ) : problem ? (
          <span className="mapping-problem">{problem}</span>
        ) : open > 0 ? (
          `还有 ${open} 列待核对；不核对的按所选填写，填好后会再提示。`
        ) : (
          '各列都已核对。'
        )}
      </span>
      {onExample ? (
        <Button data-testid="template-example" disabled={working} onClick={onExample}>
          对照填好的示例…
        </Button>
      ) : null}
      <label className="template-name">
        名称
        <input
          className="input"
          data-testid="template-name"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button data-testid="template-leave" onClick={onLeave}>
        返回
      </Button>
      <Button
        data-testid="template-save"
        disabled={cannot}
        onClick={() => void save().then((kept) => kept && onKept())}
      >
        记住
      </Button>
      <Button tone="main" data-testid="template-fill-now" disabled={cannot} onClick={() => void fill()}>
        按此表填报…
      </Button>
    </>
  );
}

/** Whether a remembered form is as it was kept. */
function isSame(was: string, name: string, { mapping: before }: TemplateReading, mapping: TemplateMapping): boolean {
  return was === name && JSON.stringify(before) === JSON.stringify(mapping);
}
