/**
 * What leaves the office, and in which shape.
 *
 * - `layout`: tables of one's own, as data (shared/domain/layout-def.ts); the built-in ones are in the program.
 * - `template`: a superior's own form, kept whole (`sha256`), and what its columns mean (shared/domain/template.ts);
 *   `shape` names forms with the same heads.
 * - `export`: every file that went out: what it was, of which period, for whom, and the newest step at that moment
 *   (`state_step`) and the day it was judged by (`state_day`), so that what stood in it can be made again. `request` is
 *   what was asked of the program, as JSON. What an entry names may be taken back later: it holds
 *   nothing in its place.
 * - `form`: of one workbook (`export_id`) there is a form for each plan in it; `version` counts an agency's forms of a
 *   period; `format` is the agreement its workbook was written under (backend/sheets/form-format.ts).
 */
export const migration0060 = {
  number: 60,
  name: 'what-leaves',
  sql: `
CREATE TABLE layout (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  shape TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT;

CREATE TABLE export (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER,
  period_id INTEGER,
  agency_id INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('table', 'form', 'template')),
  what TEXT NOT NULL,
  request TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(request)),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  notices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices)),
  state_step INTEGER NOT NULL,
  state_day TEXT NOT NULL,
  sent_to TEXT NOT NULL DEFAULT '',
  sent_at TEXT NOT NULL
) STRICT;
CREATE INDEX export_by_period ON export (period_id, kind);
CREATE INDEX export_by_hash ON export (sha256);

ALTER TABLE form ADD COLUMN export_id INTEGER REFERENCES export (id);
ALTER TABLE form ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE form ADD COLUMN format INTEGER NOT NULL DEFAULT 1 CHECK (format > 0);
CREATE INDEX form_by_export ON form (export_id) WHERE export_id IS NOT NULL;
`,
};
