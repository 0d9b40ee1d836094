import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnHoverModule,
  HighlightChangesModule,
  LocaleModule,
  ModuleRegistry,
  RowApiModule,
  ScrollApiModule,
  TextEditorModule,
  TooltipModule,
} from 'ag-grid-community';

/** Only what the matrix uses; the whole community set would be parsed at every start. */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    CellStyleModule,
    ClientSideRowModelModule,
    ColumnApiModule,
    ColumnHoverModule,
    HighlightChangesModule,
    LocaleModule,
    RowApiModule,
    ScrollApiModule,
    TextEditorModule,
    TooltipModule,
  ]);
}
