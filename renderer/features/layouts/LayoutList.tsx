import type { LayoutView } from '#shared/domain/layout-views.ts';

export type LayoutListProps = {
  readonly layouts: readonly LayoutView[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
};

/** The layouts to choose from: those of the program, then the office's own. */
export function LayoutList({ layouts, chosen, onChoose }: LayoutListProps) {
  const own = layouts.filter(({ builtIn }) => !builtIn);
  return (
    <>
      <Group title="自带表样" layouts={layouts.filter(({ builtIn }) => builtIn)} chosen={chosen} onChoose={onChoose} />
      <Group title="本单位表样" layouts={own} chosen={chosen} onChoose={onChoose} />
      {own.length === 0 ? <p className="layout-none">还没有，可从自带表样修改后另存。</p> : null}
    </>
  );
}

function Group({ title, layouts, chosen, onChoose }: LayoutListProps & { readonly title: string }) {
  return (
    <fieldset className="layout-choices">
      <legend>{title}</legend>
      {layouts.map(({ key, def }) => (
        <label key={key} className="layout-choice" title={def.name}>
          <input
            type="radio"
            name="layout"
            data-testid={`layout-${key}`}
            checked={key === chosen}
            onChange={() => onChoose(key)}
          />
          <span>{def.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
