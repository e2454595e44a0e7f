CREATE TABLE "new_contact" (
	"mailbox_id" text NOT NULL,
	"crm_id" text NOT NULL,
	"deal_id" text NOT NULL,
	"address" text NOT NULL,
	"name" text NOT NULL,
	"because" text NOT NULL,
	"message_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "new_contact_mailbox_id_crm_id_deal_id_address_pk" PRIMARY KEY("mailbox_id","crm_id","deal_id","address")
);
--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "answered_by" text;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "last_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "people" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "book_hash" text;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "due" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "new_contact" ADD CONSTRAINT "new_contact_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Questions asked before said neither why nor since when: their threads are found and judged anew.
DELETE FROM "thread" WHERE "deal_id" IS NULL;--> statement-breakpoint
DELETE FROM "searched_address";
