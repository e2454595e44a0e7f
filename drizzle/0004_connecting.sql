CREATE TABLE "connect_attempt" (
	"id" text PRIMARY KEY NOT NULL,
	"browser" text NOT NULL,
	"session" text NOT NULL,
	"kind" text NOT NULL,
	"wanted" jsonb NOT NULL,
	"stage" text NOT NULL,
	"sealed" text NOT NULL,
	"found" jsonb,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "connection" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "disconnected_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "push_secret" text;--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "push_hash" text;--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "push_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "push_renew_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "push_problem" text;--> statement-breakpoint
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_push_hash_unique" UNIQUE("push_hash");