import { describe, expect, it } from 'vitest';
import {
  EMPTY_DRAFT,
  editDraft,
  parsePercent,
  progressDraftOf,
  readDraft,
} from '#renderer/features/progress-form/progress-draft.ts';
import { parseDateText } from '#renderer/text/parse-date.ts';
import type { ProgressView } from '#shared/domain/progress.ts';

const TODAY = '2021-10-28';
const STORED: ProgressView = {
  status: 'in-progress',
  percent: 40,
  narrative: '已排查126户。',
  problems: '',
  nextSteps: '',
  reportedOn: '2021-10-12',
  reporter: '',
  origin: 'return',
};

describe('what a progress form stores', () => {
  it('is nothing when nothing was changed', () => {
    expect(readDraft(progressDraftOf(STORED), STORED, TODAY)).toEqual({ kind: 'same' });
    expect(readDraft(EMPTY_DRAFT, null, TODAY)).toEqual({ kind: 'same' });
  });

  it('is the changed fields only', () => {
    const draft = editDraft(editDraft(progressDraftOf(STORED), 'percent', '80%'), 'problems', '缺检测设备');
    expect(readDraft(draft, STORED, TODAY)).toEqual({ kind: 'patch', patch: { percent: 80, problems: '缺检测设备' } });
  });

  it('is an empty value where the clerk emptied a field', () => {
    const draft = { ...progressDraftOf(STORED), percent: '', reportedOn: '', narrative: '' };
    expect(readDraft(draft, STORED, TODAY)).toEqual({
      kind: 'patch',
      patch: { percent: null, reportedOn: null, narrative: '' },
    });
  });

  it('is not changed by another writing of the same number or date', () => {
    const draft = { ...progressDraftOf(STORED), percent: '４０％', reportedOn: '10月12日' };
    expect(readDraft(draft, STORED, TODAY)).toEqual({ kind: 'same' });
  });

  it('is refused with a sentence when a number or a date cannot be read', () => {
    const badPercent = readDraft({ ...EMPTY_DRAFT, percent: '一半' }, null, TODAY);
    expect(badPercent).toMatchObject({ kind: 'unreadable', field: 'percent' });
    const badDate = readDraft({ ...EMPTY_DRAFT, reportedOn: '2021-02-30' }, null, TODAY);
    expect(badDate).toMatchObject({ kind: 'unreadable', field: 'reportedOn' });
  });

  it('is refused when a text is longer than one workbook cell can hold', () => {
    const long = readDraft({ ...EMPTY_DRAFT, narrative: '长'.repeat(32_768) }, null, TODAY);
    expect(long).toMatchObject({ kind: 'unreadable', field: 'narrative' });
  });
});

// The form once chose 推进中 by itself as soon as a text was typed: a status that no unit had reported.
describe('filling the form', () => {
  it.each(['percent', 'narrative', 'problems', 'nextSteps', 'reportedOn'] as const)(
    'says nothing about the status when %s is typed',
    (field) => {
      expect(editDraft(EMPTY_DRAFT, field, '30').status).toBeNull();
      expect(editDraft({ ...EMPTY_DRAFT, status: 'blocked' }, field, '30').status).toBe('blocked');
    },
  );

  it('stores a text without a status as just that', () => {
    const draft = editDraft(EMPTY_DRAFT, 'narrative', '已部署');
    expect(readDraft(draft, null, TODAY)).toEqual({ kind: 'patch', patch: { narrative: '已部署' } });
  });

  it('takes a status back by 未注明', () => {
    const draft = editDraft(progressDraftOf(STORED), 'status', '');
    expect(draft.status).toBeNull();
    expect(readDraft(draft, STORED, TODAY)).toEqual({ kind: 'patch', patch: { status: null } });
  });
});

describe('numbers and dates as typed', () => {
  it.each([
    ['80', 80],
    ['80%', 80],
    [' １００ ％ ', 100],
    ['33.3', 33.3],
    ['0', 0],
    ['', null],
    ['101', undefined],
    ['-1', undefined],
    ['八成', undefined],
  ])('%j is the share %j', (text, value) => {
    expect(parsePercent(text)).toBe(value);
  });

  it.each([
    ['2021-10-15', '2021-10-15'],
    ['2021/10/5', '2021-10-05'],
    ['2021.10.15', '2021-10-15'],
    ['2021年10月5日', '2021-10-05'],
    ['20211015', '2021-10-15'],
    ['10月15日', '2021-10-15'],
    ['10月15号', '2021-10-15'],
    ['10.15', '2021-10-15'],
    ['１０月１５日', '2021-10-15'],
    ['', null],
    ['下周三', undefined],
    ['2021-13-01', undefined],
    ['2021-02-29', undefined],
  ])('%j is the date %j', (text, date) => {
    expect(parseDateText(text, TODAY)).toBe(date);
  });
});
