import { useState } from 'react';
import { fieldsAsked, type TemplateView } from '#shared/domain/template.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { removeTemplate, renameTemplate } from './template-steps.ts';

export type TemplateListProps = {
  readonly templates: readonly TemplateView[];
  readonly disabled: boolean;
  readonly onOpen: (template: TemplateView) => void;
  readonly onFill: (template: TemplateView) => void;
};

/** The remembered forms, and what can be done with each. */
export function TemplateList({ templates, disabled, onOpen, onFill }: TemplateListProps) {
  const [naming, name] = useState<{ readonly template: TemplateView; readonly text: string } | null>(null);
  const [removing, remove] = useState<TemplateView | null>(null);
  const rename = (): void => {
    if (naming && naming.text.trim() !== '' && naming.text.trim() !== naming.template.name) {
      void renameTemplate(naming.template.id, naming.text.trim());
    }
    name(null);
  };
  if (templates.length === 0) {
    return <p className="empty-note">还没有记住的表样。点“选择文件…”，选上级发来的 .xlsx 或 .xlsm 表。</p>;
  }
  return (
    <>
      <table className="table templates-table" data-testid="template-list">
        <thead>
          <tr>
            <th>名称</th>
            <th>文件</th>
            <th>工作表</th>
            <th className="number">填写列</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <tr key={template.id} data-testid={`template-${template.id}`}>
              <td>
                {naming?.template.id === template.id ? (
                  <input
                    className="input"
                    aria-label="新名称"
                    data-testid="template-new-name"
                    maxLength={100}
                    value={naming.text}
                    onChange={(event) => name({ template, text: event.target.value })}
                    onBlur={rename}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') rename();
                      if (event.key === 'Escape') {
                        event.stopPropagation();
                        name(null);
                      }
                    }}
                  />
                ) : (
                  template.name
                )}
              </td>
              <td className="templates-file">{template.fileName}</td>
              <td>{template.mapping.sheet}</td>
              <td className="number">
                {template.mapping.columns.filter(({ field }) => fieldsAsked(field).length > 0).length}
              </td>
              <td className="templates-do">
                <Button tone="quiet" disabled={disabled} data-testid="template-fill" onClick={() => onFill(template)}>
                  按此表填报…
                </Button>
                <Button tone="quiet" disabled={disabled} data-testid="template-open" onClick={() => onOpen(template)}>
                  查看修改…
                </Button>
                <Button
                  tone="quiet"
                  data-testid="template-rename"
                  onClick={() => name({ template, text: template.name })}
                >
                  改名
                </Button>
                <Button tone="quiet" data-testid="template-remove" onClick={() => remove(template)}>
                  删除
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {removing ? (
        <Confirm
          title="删除表样"
          words={`不再记住“${removing.name}”。可用“撤销”恢复。`}
          confirm="删除"
          cancel="取消"
          onConfirm={() => {
            void removeTemplate(removing.id);
            remove(null);
          }}
          onCancel={() => remove(null)}
        />
      ) : null}
    </>
  );
}
