-- The record is written once. A superuser can drop a trigger; the hash chain and the copies of its head show that.
CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
-- What was seen may be destroyed with the mailbox it was seen in, but never changed.
CREATE TRIGGER scan_append_only BEFORE UPDATE ON scan FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER observation_append_only BEFORE UPDATE ON observation FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER revision_append_only BEFORE UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION is_append_only();
