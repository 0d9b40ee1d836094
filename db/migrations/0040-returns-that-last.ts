/**
 * A return is kept from the moment it comes, not only when it is taken in.
 *
 * - `return`: one table of one file, with where it stands. Plan, agency and period are unknown while nobody has said
 *   whose it is; of a ledger each row has its own agency. What a row of format 30 does not say has a default that means
 *   the same: it was taken in, of a form, and came when it was taken in. So a step of that format that is undone and
 *   done again writes the very row the migration made.
 * - `stored_reading`: what was read of a table, as JSON; only ever added to, as `stored_file` is, and not under the log:
 *   a row of the log holds the whole row before and after, and a reading is long.
 * - `return_item.agency_id`: whose row of a ledger it was; NULL: the return's own agency. `value`: typed by the clerk in
 *   place of theirs.
 * - `return_draft`: decisions that are not confirmed yet; no step, so that closing the program loses nothing.
 */
export const migration0040 = {
  number: 40,
  name: 'returns-that-last',
  sql: `
CREATE TABLE stored_reading (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  read_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER stored_reading_is_final_update BEFORE UPDATE ON stored_reading BEGIN SELECT RAISE(ABORT, 'stored_reading is append-only'); END;
CREATE TRIGGER stored_reading_is_final_delete BEFORE DELETE ON stored_reading BEGIN SELECT RAISE(ABORT, 'stored_reading is append-only'); END;

CREATE TABLE return_rebuilt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan_id INTEGER REFERENCES plan (id),
  form_id INTEGER REFERENCES form (id),
  agency_id INTEGER REFERENCES agency (id),
  period_id INTEGER REFERENCES period (id),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  sheet TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'form' CHECK (kind IN ('form', 'ledger', 'data-file')),
  state TEXT NOT NULL DEFAULT 'taken' CHECK (state IN ('received', 'to-review', 'taken', 'sent-back', 'refused')),
  named_by TEXT NOT NULL DEFAULT 'file' CHECK (named_by IN ('file', 'clerk')),
  received_at TEXT,
  taken_in_at TEXT,
  reading_id INTEGER REFERENCES stored_reading (id),
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  refusal TEXT CHECK (json_valid(refusal)),
  reporter TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO return_rebuilt (id, form_id, agency_id, period_id, file_name, sha256, taken_in_at)
  SELECT id, form_id, agency_id, period_id, file_name, sha256, taken_in_at FROM "return";
DELETE FROM sqlite_sequence WHERE name = 'return_rebuilt';
INSERT INTO sqlite_sequence (name, seq) SELECT 'return_rebuilt', seq FROM sqlite_sequence WHERE name = 'return';
DROP TABLE "return";
ALTER TABLE return_rebuilt RENAME TO "return";
CREATE INDEX return_by_sha256 ON "return" (sha256);
CREATE INDEX return_by_place ON "return" (agency_id, period_id);
CREATE INDEX return_by_period ON "return" (period_id);

ALTER TABLE return_item ADD COLUMN agency_id INTEGER REFERENCES agency (id);
ALTER TABLE return_item ADD COLUMN base_from TEXT CHECK (base_from IN ('told', 'sent', 'common'));
ALTER TABLE return_item ADD COLUMN value TEXT;
CREATE INDEX return_item_by_return ON return_item (return_id);
CREATE INDEX return_item_by_agency ON return_item (agency_id) WHERE agency_id IS NOT NULL;

-- Who fills in for an agency, as its forms say: the last row stands, the others are its history.
CREATE TABLE agency_contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agency_id INTEGER NOT NULL REFERENCES agency (id),
  reporter TEXT NOT NULL,
  phone TEXT NOT NULL,
  since TEXT NOT NULL,
  return_id INTEGER REFERENCES "return" (id)
) STRICT;
CREATE INDEX agency_contact_by_agency ON agency_contact (agency_id);
CREATE INDEX agency_contact_by_return ON agency_contact (return_id);

-- Columns that a person pointed out once, for files of the same shape.
CREATE TABLE return_mapping (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  shape TEXT NOT NULL UNIQUE,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  file_name TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- Rules that look at what came back, where they differ from what the program begins with.
CREATE TABLE return_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL UNIQUE,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE return_draft (
  return_id INTEGER PRIMARY KEY REFERENCES "return" (id) ON DELETE CASCADE,
  decisions TEXT NOT NULL CHECK (json_valid(decisions)),
  kept_at TEXT NOT NULL
) STRICT;

CREATE INDEX form_by_period ON form (period_id, agency_id);
`,
} as const;
