import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  HighlightChangesModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowDragModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';

/** Only what the matrix uses; the whole community set would be parsed at every start. */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    CellStyleModule,
    ColumnAutoSizeModule,
    ClientSideRowModelApiModule,
    ClientSideRowModelModule,
    ColumnApiModule,
    CustomEditorModule,
    EventApiModule,
    HighlightChangesModule,
    LocaleModule,
    RenderApiModule,
    RowApiModule,
    RowDragModule,
    ScrollApiModule,
    TooltipModule,
  ]);
}
