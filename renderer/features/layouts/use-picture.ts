import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import type { AppError } from '#shared/errors.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { layOut, type PrintLayout } from '../print/layout/lay-out.ts';
import { problemOf } from './layout-draft.ts';
import type { TableScope } from './table-scope.ts';

/** A picture of a long table shows its first pages; whoever prints gets all of them. */
export const PICTURE_ROWS = 300;

/** How long the hands must rest before the table is made anew: each letter is not a picture of its own. */
const REST_MS = 150;

export type Picture = {
  /** The last one that could be made; `null`: none yet. */
  readonly drawn: { readonly table: PrintTable; readonly layout: PrintLayout; readonly isWhole: boolean } | null;
  /** What is drawn is not yet, or can no longer be, what is asked for. */
  readonly isOld: boolean;
  readonly error: AppError | null;
};

/**
 * The pages of a layout with the data on show. While it changes, the last good picture stays until the next one is
 * there; a draft that cannot be drawn changes nothing.
 */
export function usePicture(def: LayoutDef, scope: TableScope, ink: PrintSetup['ink']): Picture {
  const wanted = useRested(def);
  const isFit = problemOf(wanted) === null;
  const answer = useQuery({
    ...orpc.exports.printTable.queryOptions({ input: { ...scope, layout: wanted, mostRows: PICTURE_ROWS + 1 } }),
    enabled: isFit,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const table = useLastGood(answer.data);
  const paper = scope.paper ?? wanted.paper;
  const { orientation } = wanted;
  const asked = useMemo(
    () => table && { table, setup: { paper, orientation, fit: 'page-width', ink } satisfies PrintSetup },
    [table, paper, orientation, ink],
  );
  // Laying out takes a moment; typing goes on meanwhile.
  const now = useDeferredValue(asked);
  const drawn = useMemo(() => {
    if (!now) return null;
    const isWhole = now.table.items.filter(({ kind }) => kind === 'row').length <= PICTURE_ROWS;
    const table = isWhole ? now.table : withoutSums(now.table);
    return { table, layout: layOut(table, now.setup), isWhole };
  }, [now]);
  return {
    drawn,
    isOld: def !== wanted || !isFit || answer.isPlaceholderData || now !== asked,
    error: answer.isError ? toAppError(answer.error) : null,
  };
}

/** Sums of the first rows alone would be taken for those of all. */
function withoutSums({ chart: _chart, ...table }: PrintTable): PrintTable {
  return { ...table, items: table.items.filter(({ kind }) => kind !== 'total') };
}

/** A value as it was when it last rested. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** A value that stays what it was while the next one is missing. */
function useLastGood<Value>(value: Value | undefined): Value | undefined {
  const [kept, setKept] = useState(value);
  if (value !== undefined && value !== kept) setKept(value);
  return value ?? kept;
}
