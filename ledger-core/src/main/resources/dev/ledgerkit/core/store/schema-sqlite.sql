-- The table of Ledger's JdbcRecordStore on SQLite, format 1.
-- JdbcRecordStore.createSchema() runs this file; run it by hand where the application may not create tables.
-- With a table name of your own, replace ledger_record in every place.
-- A row outlives its record (content NULL), so that versions and fencing numbers never go back. Times are epoch milliseconds.
-- change_no: -1 never changed, 0 changed and not numbered yet, above 0 the number of its last change.
CREATE TABLE IF NOT EXISTS ledger_record (
  kind        TEXT COLLATE BINARY NOT NULL,
  id          TEXT COLLATE BINARY NOT NULL,
  content     BLOB,
  version     INTEGER NOT NULL,
  due_at      INTEGER,
  change_no   INTEGER NOT NULL,
  lease_owner TEXT COLLATE BINARY,
  lease_fence INTEGER NOT NULL,
  lease_until INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX IF NOT EXISTS ledger_record_due ON ledger_record (kind, due_at);
CREATE INDEX IF NOT EXISTS ledger_record_change ON ledger_record (kind, change_no);
-- The format, read before the first use.
INSERT INTO ledger_record (kind, id, version, change_no, lease_fence, lease_until)
  SELECT '#format', 'table', 1, -1, 0, 0
  WHERE NOT EXISTS (SELECT 1 FROM ledger_record WHERE kind = '#format' AND id = 'table');
