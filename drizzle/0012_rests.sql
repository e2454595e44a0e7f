CREATE TABLE "rest" (
	"mailbox_id" text NOT NULL,
	"message_id" text NOT NULL,
	"kind" text NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"company" text,
	"date" timestamp (3) with time zone NOT NULL,
	"until" text,
	CONSTRAINT "rest_mailbox_id_message_id_kind_address_pk" PRIMARY KEY("mailbox_id","message_id","kind","address")
);
--> statement-breakpoint
ALTER TABLE "rest" ADD CONSTRAINT "rest_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rest_address" ON "rest" USING btree ("address_key");--> statement-breakpoint
CREATE INDEX "rest_company" ON "rest" USING btree ("company") WHERE "rest"."company" is not null;
--> statement-breakpoint
-- What was read before is not known as rests: contacts are searched for once more, and nothing is drafted before that is done.
DELETE FROM "searched_address";--> statement-breakpoint
UPDATE "mailbox" SET "synced_at" = NULL;
