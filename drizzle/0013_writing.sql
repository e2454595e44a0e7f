CREATE TABLE "writing" (
	"id" text PRIMARY KEY NOT NULL,
	"mailbox_id" text NOT NULL,
	"day" text NOT NULL,
	"hash" text NOT NULL,
	"model" text NOT NULL,
	"state" text NOT NULL,
	"tokens_in" integer NOT NULL,
	"tokens_out" integer NOT NULL,
	"cost" bigint NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "public_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "written" jsonb;--> statement-breakpoint
ALTER TABLE "writing" ADD CONSTRAINT "writing_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "writing_day" ON "writing" USING btree ("day","mailbox_id");--> statement-breakpoint
CREATE INDEX "writing_hash" ON "writing" USING btree ("mailbox_id","hash");--> statement-breakpoint
CREATE INDEX "writing_kept" ON "writing" USING btree ("created_at") WHERE "writing"."answer" is not null;