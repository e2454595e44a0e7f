ALTER TABLE "message" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "utc_offset" integer;