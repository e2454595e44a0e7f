ALTER TABLE "decision" ADD COLUMN "question" jsonb;--> statement-breakpoint
ALTER TABLE "placement" ADD COLUMN "question" jsonb;--> statement-breakpoint
ALTER TABLE "scan" ADD COLUMN "from" timestamp (3) with time zone;--> statement-breakpoint
-- Looks that are there already cover what they were taken to cover: the time since the one before, when that was whole. A look that was not
-- says since when nothing is known. What was seen does not change, so this once the record may be written to.
ALTER TABLE "scan" DISABLE TRIGGER scan_append_only;--> statement-breakpoint
UPDATE "scan" SET "from" = coalesce((
	SELECT "before"."at" FROM "scan" "before"
	WHERE "before"."placement_id" = "scan"."placement_id" AND "before"."n" = "scan"."n" - 1 AND ("before"."complete" OR NOT "scan"."complete")
), "at");--> statement-breakpoint
ALTER TABLE "scan" ENABLE TRIGGER scan_append_only;--> statement-breakpoint
ALTER TABLE "scan" ALTER COLUMN "from" SET NOT NULL;
