ALTER TABLE "assessment" ADD COLUMN "rule" text;--> statement-breakpoint
CREATE INDEX "change_due" ON "change" USING btree ("created_at") WHERE "change"."state" = 'approved';--> statement-breakpoint
CREATE INDEX "digest_kept" ON "digest" USING btree ("created_at") WHERE "digest"."text" <> '';