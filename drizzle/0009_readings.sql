ALTER TABLE "message" ADD COLUMN "reading" json;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "read_as" text;--> statement-breakpoint
CREATE INDEX "contact_opted_out" ON "contact" USING btree ("crm_id") WHERE "contact"."opt_out" = 'yes';--> statement-breakpoint
CREATE INDEX "message_unopened" ON "message" USING btree ("mailbox_id","thread_id") WHERE "message"."read" = false and "message"."place" <> 'sent';