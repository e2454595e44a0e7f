CREATE TABLE "manner" (
	"mailbox_id" text PRIMARY KEY NOT NULL,
	"profile" json,
	"learned_at" timestamp (3) with time zone,
	"since" timestamp (3) with time zone,
	"rejections_since" timestamp (3) with time zone,
	"off" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "signature" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "situation" text;--> statement-breakpoint
ALTER TABLE "manner" ADD CONSTRAINT "manner_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;