import { LAYOUTS, type Layout, ORIENTATIONS, PAPERS } from '#shared/domain/layout.ts';
import { PRINT_FITS, PRINT_INKS, type PrintSetup } from '#shared/domain/print-table.ts';
import { recall, recallFlag, remember, rememberFlag } from '../../bridge/remembered.ts';

/** What the clerk chose in the preview. Kept on this machine, because an office has one printer and one habit. */
export type PrintChoices = PrintSetup & {
  readonly layout: Layout;
  readonly withLights: boolean;
  /** Only what the matrix shows just now; not kept, since the next filter means something else. */
  readonly shownOnly: boolean;
};

function recallOneOf<Value extends string>(name: string, values: readonly Value[], usual: Value): Value {
  const known = recall(`print-${name}`);
  return values.find((value) => value === known) ?? usual;
}

export function recallChoices(): PrintChoices {
  return {
    layout: recallOneOf('layout', LAYOUTS, 'matrix'),
    paper: recallOneOf('paper', PAPERS, 'A3'),
    orientation: recallOneOf('orientation', ORIENTATIONS, 'landscape'),
    fit: recallOneOf('fit', PRINT_FITS, 'page-width'),
    ink: recallOneOf('ink', PRINT_INKS, 'black'),
    withLights: recallFlag('print-lights', false),
    shownOnly: true,
  };
}

export function rememberChoices({ layout, paper, orientation, fit, ink, withLights }: PrintChoices): void {
  for (const [name, value] of Object.entries({ layout, paper, orientation, fit, ink }))
    remember(`print-${name}`, value);
  rememberFlag('print-lights', withLights);
}
