CREATE TABLE "answer" (
	"id" text PRIMARY KEY NOT NULL,
	"mailbox_id" text NOT NULL,
	"message_id" text NOT NULL,
	"digest_id" text NOT NULL,
	"thread_ref" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'seen' NOT NULL,
	"ignored" text,
	"at" timestamp (3) with time zone,
	"words_hash" text,
	"ask_back" boolean DEFAULT false NOT NULL,
	"outcomes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"read_at" timestamp (3) with time zone,
	"receipt_key" text,
	"receipt_id" text,
	"receipted_at" timestamp (3) with time zone,
	CONSTRAINT "answer_receipt_key_unique" UNIQUE("receipt_key"),
	CONSTRAINT "answer_message" UNIQUE("mailbox_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "digest" (
	"id" text PRIMARY KEY NOT NULL,
	"mailbox_id" text NOT NULL,
	"day" text NOT NULL,
	"state" text NOT NULL,
	"key" text NOT NULL,
	"message_id" text,
	"thread_ref" text,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"items" jsonb NOT NULL,
	"ledger_seq" bigint NOT NULL,
	"ledger_head" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "digest_key_unique" UNIQUE("key"),
	CONSTRAINT "digest_day" UNIQUE("mailbox_id","day")
);
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_digest_id_digest_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digest"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest" ADD CONSTRAINT "digest_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_state" ON "answer" USING btree ("state");--> statement-breakpoint
CREATE INDEX "answer_receipt" ON "answer" USING btree ("mailbox_id","receipt_id");--> statement-breakpoint
CREATE INDEX "digest_message" ON "digest" USING btree ("mailbox_id","message_id");