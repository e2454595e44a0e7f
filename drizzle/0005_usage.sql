CREATE TABLE "usage" (
	"mailbox_id" text NOT NULL,
	"day" text NOT NULL,
	"requests" integer NOT NULL,
	"units" integer NOT NULL,
	CONSTRAINT "usage_mailbox_id_day_pk" PRIMARY KEY("mailbox_id","day")
);
--> statement-breakpoint
ALTER TABLE "usage" ADD CONSTRAINT "usage_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;