-- The table of Ledger's JdbcRecordStore on PostgreSQL, format 1.
-- JdbcRecordStore.createSchema() runs this file; run it by hand where the application may not create tables.
-- With a table name of your own, replace ledger_record in every place.
-- A row outlives its record (content NULL), so that versions and fencing numbers never go back. Times are epoch milliseconds.
-- change_no: -1 never changed, 0 changed and not numbered yet, above 0 the number of its last change.
CREATE TABLE IF NOT EXISTS ledger_record (
  kind        VARCHAR(32) COLLATE "C" NOT NULL,
  id          VARCHAR(128) COLLATE "C" NOT NULL,
  content     BYTEA,
  version     BIGINT NOT NULL,
  due_at      BIGINT,
  change_no   BIGINT NOT NULL,
  lease_owner VARCHAR(64) COLLATE "C",
  lease_fence BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX IF NOT EXISTS ledger_record_due ON ledger_record (kind, due_at);
CREATE INDEX IF NOT EXISTS ledger_record_change ON ledger_record (kind, change_no);
-- The format, read before the first use.
INSERT INTO ledger_record (kind, id, version, change_no, lease_fence, lease_until)
  SELECT '#format', 'table', 1, -1, 0, 0
  WHERE NOT EXISTS (SELECT 1 FROM ledger_record WHERE kind = '#format' AND id = 'table');
