CREATE TABLE "admin_token" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"mailbox_id" text NOT NULL,
	"crm_id" text NOT NULL,
	"deal_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"turn" text NOT NULL,
	"stalled" boolean NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"picked" boolean NOT NULL,
	"not_picked" text,
	CONSTRAINT "assessment_mailbox_id_crm_id_deal_id_pk" PRIMARY KEY("mailbox_id","crm_id","deal_id")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"crm_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"emails" jsonb NOT NULL,
	"title" text,
	"phone" text,
	"opt_out" text NOT NULL,
	CONSTRAINT "contact_crm_id_id_pk" PRIMARY KEY("crm_id","id")
);
--> statement-breakpoint
CREATE TABLE "crm" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"cursor" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"synced_at" timestamp (3) with time zone,
	"problem" text,
	"problem_since" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"row_problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "crm_kind_unique" UNIQUE("kind")
);
--> statement-breakpoint
CREATE TABLE "deal" (
	"crm_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"owner" text,
	"stage" text NOT NULL,
	"status" text NOT NULL,
	"amount" text,
	"currency" text,
	"close_date" text,
	"contact_ids" jsonb NOT NULL,
	"gone" boolean DEFAULT false NOT NULL,
	CONSTRAINT "deal_crm_id_id_pk" PRIMARY KEY("crm_id","id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"placement_id" text NOT NULL,
	"n" integer NOT NULL,
	"decision" text NOT NULL,
	"verdict" text NOT NULL,
	"flags" jsonb NOT NULL,
	"why" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"sent_text" text,
	"changes" jsonb NOT NULL,
	"sent_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"overturns" text,
	"ledger_seq" bigint NOT NULL,
	"logged_at" timestamp (3) with time zone,
	"log_problem" text,
	"log_next_try_at" timestamp (3) with time zone,
	CONSTRAINT "decision_order" UNIQUE("placement_id","n")
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"by" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"body" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "ledger_text" (
	"commitment" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"salt" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"rep" text NOT NULL,
	"rep_name" text NOT NULL,
	"aliases" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text NOT NULL,
	"cursor" text,
	"keeps_sent_copies" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"synced_at" timestamp (3) with time zone,
	"assessed_at" timestamp (3) with time zone,
	"problem" text,
	"problem_since" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	CONSTRAINT "mailbox_rep_unique" UNIQUE("rep")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"mailbox_id" text NOT NULL,
	"id" text NOT NULL,
	"thread_id" text NOT NULL,
	"in_reply_to" text,
	"references" jsonb NOT NULL,
	"from" jsonb,
	"to" jsonb NOT NULL,
	"cc" jsonb NOT NULL,
	"bcc" jsonb NOT NULL,
	"subject" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"signals" jsonb NOT NULL,
	"text" text NOT NULL,
	"attachments" jsonb NOT NULL,
	"place" text NOT NULL,
	"read" boolean NOT NULL,
	CONSTRAINT "message_mailbox_id_id_pk" PRIMARY KEY("mailbox_id","id")
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"scan_id" text NOT NULL,
	"n" integer NOT NULL,
	"seen" jsonb NOT NULL,
	CONSTRAINT "observation_scan_id_n_pk" PRIMARY KEY("scan_id","n")
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"key" text NOT NULL,
	"message_id" text,
	"intended_at" timestamp (3) with time zone NOT NULL,
	"placed_at" timestamp (3) with time zone,
	"withdraw_at" timestamp (3) with time zone,
	"withdraw_reason" text,
	"withdrawn_at" timestamp (3) with time zone,
	"verdict" text DEFAULT 'pending' NOT NULL,
	"flags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"final" boolean DEFAULT false NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"recheck_at" timestamp (3) with time zone,
	"look_hash" text,
	"unchanged_at" timestamp (3) with time zone,
	CONSTRAINT "placement_proposal_id_unique" UNIQUE("proposal_id"),
	CONSTRAINT "placement_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"crm_id" text NOT NULL,
	"deal_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"parent" text NOT NULL,
	"day" text NOT NULL,
	"reply" jsonb NOT NULL,
	"reply_hash" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"stage" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"cancelled" text
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"placement_id" text NOT NULL,
	"n" integer NOT NULL,
	"message_id" text NOT NULL,
	"text" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "revision_placement_id_n_pk" PRIMARY KEY("placement_id","n")
);
--> statement-breakpoint
CREATE TABLE "scan" (
	"id" text PRIMARY KEY NOT NULL,
	"placement_id" text NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"complete" boolean NOT NULL,
	"gap" text,
	CONSTRAINT "scan_order" UNIQUE("placement_id","n")
);
--> statement-breakpoint
CREATE TABLE "searched_address" (
	"mailbox_id" text NOT NULL,
	"address" text NOT NULL,
	"searched_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "searched_address_mailbox_id_address_pk" PRIMARY KEY("mailbox_id","address")
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" text PRIMARY KEY NOT NULL,
	"mailbox_id" text NOT NULL,
	"ref" text NOT NULL,
	"crm_id" text,
	"deal_id" text,
	"bound_because" text,
	"candidates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"bound_at" timestamp (3) with time zone,
	CONSTRAINT "thread_ref" UNIQUE("mailbox_id","ref")
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_crm_id_crm_id_fk" FOREIGN KEY ("crm_id") REFERENCES "public"."crm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_crm_id_crm_id_fk" FOREIGN KEY ("crm_id") REFERENCES "public"."crm"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_scan_id_scan_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan" ADD CONSTRAINT "scan_placement_id_placement_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "searched_address" ADD CONSTRAINT "searched_address_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_mailbox_id_mailbox_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deal_owner" ON "deal" USING btree ("owner","status");--> statement-breakpoint
CREATE INDEX "decision_at" ON "decision" USING btree ("at");--> statement-breakpoint
CREATE INDEX "ledger_text_seq" ON "ledger_text" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "message_thread" ON "message" USING btree ("thread_id","sent_at");--> statement-breakpoint
CREATE INDEX "placement_open" ON "placement" USING btree ("mailbox_id","final");--> statement-breakpoint
CREATE INDEX "placement_message" ON "placement" USING btree ("mailbox_id","message_id");--> statement-breakpoint
CREATE INDEX "proposal_day" ON "proposal" USING btree ("mailbox_id","day");--> statement-breakpoint
CREATE INDEX "proposal_deal" ON "proposal" USING btree ("crm_id","deal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_parent" ON "proposal" USING btree ("mailbox_id","parent") WHERE "proposal"."cancelled" is null;--> statement-breakpoint
CREATE INDEX "revision_message" ON "revision" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "thread_deal" ON "thread" USING btree ("crm_id","deal_id");