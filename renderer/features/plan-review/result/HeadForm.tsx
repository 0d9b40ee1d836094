import { parseDateText } from '#renderer/text/parse-date.ts';
import { EditText } from '#renderer/ui/EditText.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { showNotice } from '#renderer/ui/toasts.ts';
import type { DraftHead } from '../draft/draft.ts';
import { edit, useReviewStore } from '../review-store.ts';

const YEAR_MIN = 1990;
const YEAR_MAX = 2100;

/** What the document says of itself; it heads every table that is printed later. */
export function HeadForm({ head }: { readonly head: DraftHead }) {
  const store = useReviewStore();
  const set = (patch: Partial<DraftHead>): void => edit(store, { kind: 'set-head', patch });
  const setDate = (text: string): void => {
    const date = parseDateText(text, `${head.year}-01-01`);
    if (date === undefined) showNotice('印发日期没有改动', '可填如 2021-10-07、2021年10月7日，或清空。');
    else set({ issuedOn: date ?? '' });
  };
  const setYear = (text: string): void => {
    const year = Number(text.normalize('NFKC').replace(/年$/u, ''));
    if (Number.isInteger(year) && year >= YEAR_MIN && year <= YEAR_MAX) set({ year });
    else showNotice('年度没有改动', '请填四位数的年份，如 2022。');
  };
  return (
    <div className="head-form">
      <Field label="计划名称">
        <EditText label="计划名称" testId="head-title" value={head.title} onCommit={(title) => set({ title })} />
      </Field>
      <Field label="文号">
        <EditText
          label="文号"
          value={head.documentNumber}
          placeholder="没有读到"
          onCommit={(documentNumber) => set({ documentNumber })}
        />
      </Field>
      <Field label="印发单位">
        <EditText label="印发单位" value={head.issuer} placeholder="没有读到" onCommit={(issuer) => set({ issuer })} />
      </Field>
      <Field label="印发日期">
        <EditText label="印发日期" value={head.issuedOn} placeholder="没有读到" onCommit={setDate} />
      </Field>
      <Field label="年度">
        <EditText label="年度" value={String(head.year)} onCommit={setYear} />
      </Field>
    </div>
  );
}
