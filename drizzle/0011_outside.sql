CREATE TABLE "finding" (
	"mailbox_id" text NOT NULL,
	"thread_ref" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"date" timestamp (3) with time zone NOT NULL,
	"until" text,
	"scope" text NOT NULL,
	"quote" text NOT NULL,
	CONSTRAINT "finding_mailbox_id_message_id_kind_address_pk" PRIMARY KEY("mailbox_id","message_id","kind","address")
);
--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "finding_thread" ON "finding" USING btree ("mailbox_id","thread_ref");
--> statement-breakpoint
-- Mail of no open deal was not read for what it forbids: contacts are searched for once more, and nothing is drafted before that is done.
DELETE FROM "searched_address";--> statement-breakpoint
UPDATE "mailbox" SET "synced_at" = NULL;
