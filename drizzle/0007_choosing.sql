ALTER TABLE "assessment" ADD COLUMN "ready_since" text;--> statement-breakpoint
ALTER TABLE "crm" ADD COLUMN "stages" jsonb DEFAULT '[]'::jsonb NOT NULL;