CREATE TABLE "change" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"crm_id" text NOT NULL,
	"deal_id" text NOT NULL,
	"contact_id" text,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"ground" jsonb NOT NULL,
	"text" text NOT NULL,
	"hash" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_on" text NOT NULL,
	"snoozed_until" text,
	"decision_id" text,
	"decided_by" text,
	"sent_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"made" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"undoes" text,
	"replaces" text,
	CONSTRAINT "change_undoes_unique" UNIQUE("undoes")
);
--> statement-breakpoint
CREATE TABLE "change_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"change_id" text NOT NULL,
	"hash" text NOT NULL,
	"do" text NOT NULL,
	"by" text NOT NULL,
	"how" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"until" text,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL,
	"ledger_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lifted_hold" (
	"mailbox_id" text NOT NULL,
	"message_id" text NOT NULL,
	"quote" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "lifted_hold_mailbox_id_message_id_quote_pk" PRIMARY KEY("mailbox_id","message_id","quote")
);
--> statement-breakpoint
CREATE TABLE "pause" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"mailbox_id" text,
	"crm_id" text,
	"deal_id" text,
	"address" text,
	"until" text,
	"by" text NOT NULL,
	"reason" text,
	"since" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" text
);
--> statement-breakpoint
ALTER TABLE "mailbox" ADD COLUMN "proposed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_decision" ADD CONSTRAINT "change_decision_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lifted_hold" ADD CONSTRAINT "lifted_hold_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_mailbox" ON "change" USING btree ("mailbox_id","state");--> statement-breakpoint
CREATE INDEX "change_deal" ON "change" USING btree ("crm_id","deal_id");--> statement-breakpoint
CREATE INDEX "change_decision_change" ON "change_decision" USING btree ("change_id");--> statement-breakpoint
CREATE INDEX "pause_in_force" ON "pause" USING btree ("since") WHERE "pause"."lifted_at" is null;