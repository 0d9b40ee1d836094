import { type CountedDuties, openDialog } from '../../state/window-state.ts';

export type FigureButtonProps = { readonly count: number; readonly which: CountedDuties };

/** A figure that leads to the duties behind it; a zero leads nowhere. */
export function FigureButton({ count, which }: FigureButtonProps) {
  if (count === 0) return <span className="figure-zero">0</span>;
  return (
    <button
      type="button"
      className="figure"
      title="看是哪些责任"
      onClick={() => openDialog({ kind: 'counted-duties', which })}
    >
      {count}
    </button>
  );
}
