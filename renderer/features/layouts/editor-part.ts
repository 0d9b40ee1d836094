import type { LayoutDef } from '#shared/domain/layout-def.ts';

/** What every part of the editor gets: the draft, and the way to change it. */
export type EditorPartProps = {
  readonly def: LayoutDef;
  /** @param what names the field: typing on in it is one step of the draft's history */
  readonly onChange: (def: LayoutDef, what?: string) => void;
};
