import type { PlaceSpot } from '#renderer/grid/matrix/matrix-actions.ts';
import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import type { MatrixView } from '#renderer/view/matrix-view.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { PointMenu } from '../../ui/PointMenu.tsx';
import { headEntries, kindEntries, sectionEntries } from './place-entries.ts';

export type PlaceMenuProps = {
  readonly spot: PlaceSpot;
  readonly view: MatrixView;
  readonly overview: Overview;
  /** The columns on show, from left to right. */
  readonly shown: readonly AgencyView[];
  readonly onFilter: (spot: HeaderSpot) => void;
  readonly onClose: () => void;
};

/** The menu of a column's head, a family of agencies or a section's heading. */
export function PlaceMenu(props: PlaceMenuProps) {
  const { spot, onClose } = props;
  return (
    <PointMenu
      x={spot.x}
      y={spot.y}
      testId="place-menu"
      groups={groupsOf(props)}
      focusBack={spot.focusBack}
      onClose={onClose}
    />
  );
}

function groupsOf({ spot: { place, x, y, focusBack }, view, overview, shown, onFilter }: PlaceMenuProps) {
  switch (place.kind) {
    case 'head':
      return headEntries(
        place.columnId,
        view,
        shown,
        () => onFilter({ columnId: place.columnId, box: DOMRect.fromRect({ x, y, width: 0, height: 0 }), focusBack }),
        overview.lights[0]?.word ?? '',
      );
    case 'kind':
      return kindEntries(place.agencyKind, view, overview);
    case 'section':
      return sectionEntries(place.sectionId, view, overview);
  }
}
