ALTER TABLE "placement" ADD COLUMN "ref" text;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "ref" text DEFAULT '' NOT NULL;