/**
 * NeoMutt, driven through tmux. Version 20220429 of Debian 12, tried in November 2026 on Dovecot 2.3.19 with its default settings. What it
 * does with a draft of ours:
 *
 *   open (recall)  the draft is expunged at once, past Trash; until it is sent or saved it is nowhere on the server
 *   save           APPEND to Drafts, flag \Draft without \Seen, under the same Message-ID; adds X-Mutt-Fcc
 *   leave unsaved  nothing is put back: gone for good, without a trace
 *   send           SMTP, then a copy in Sent under the same Message-ID; nothing is left to remove
 *   delete         a mark in the list; on leaving the folder a copy to Trash with its flags, then expunged
 *   headers        From, To, Subject, In-Reply-To, References, and fields it does not know (X-, User-Agent) are kept; Date is new; none is added
 *   text           not re-wrapped; charset is the narrowest of us-ascii, iso-8859-1 and utf-8, sent as 7bit or 8bit; no signature is added
 *   reply by hand  new Message-ID; the mail answered is flagged \Answered
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Null when the tests that need NeoMutt can run, else why not. Under CI=true a missing program is a failure, because a suite that is
 * always skipped tests nothing.
 */
export const neomuttMissing: string | null = (() => {
  const absent = ['neomutt', 'tmux'].find((name) => spawnSync('which', [name]).status !== 0);
  const why = absent ? `${absent} is not installed` : null;
  if (why && process.env.CI === 'true') throw new Error(`The NeoMutt stories cannot run: ${why}.`);
  return why;
})();

export interface NeomuttSettings {
  imap: { host: string; port: number };
  smtp: { host: string; port: number };
  user: string;
  password: string;
  name: string;
}

export interface Terminal {
  /** Names of keys, as tmux has them. */
  press(...keys: string[]): void;
  /** Waits until the screen shows it; answers the screen. */
  shows(expected: string | RegExp): Promise<string>;
  /** Waits until the program ended. */
  ended(): Promise<void>;
}

export type Neomutt = ReturnType<typeof setUpNeomutt>;

/** A rep's home folder with NeoMutt's settings; every sitting starts the program anew in a terminal of its own. */
export function setUpNeomutt({ imap, smtp, user, password, name }: NeomuttSettings) {
  const dir = mkdtempSync(join(tmpdir(), 'neomutt-'));
  mkdirSync(join(dir, 'tmp'));
  writeFileSync(join(dir, 'above'), '');
  writeFileSync(join(dir, 'below'), '');
  // What the rep types above and below the text.
  writeFileSync(
    join(dir, 'editor'),
    `#!/bin/sh\ncat "${dir}/above" "$1" "${dir}/below" > "${dir}/new" && cat "${dir}/new" > "$1"\n`,
  );
  chmodSync(join(dir, 'editor'), 0o755);
  writeFileSync(
    join(dir, 'neomuttrc'),
    `set folder = "imap://${imap.host}:${imap.port}/"
set imap_user = "${user}"
set imap_pass = "${password}"
set smtp_url = "smtp://${smtp.host}:${smtp.port}/"
set ssl_starttls = no
set ssl_force_tls = no
set spool_file = "+INBOX"
set record = "+Sent"
set postponed = "+Drafts"
set trash = "+Trash"
set from = "${user}"
set real_name = "${name}"
set hostname = "rep.test"
set edit_headers = no
set editor = "${dir}/editor %s"
set tmpdir = "${dir}/tmp"
set delete = yes
set include = yes
set fast_reply = yes
set wait_key = no
`,
  );
  // A server of its own; its socket goes with the folder.
  const tmux = (...args: string[]) => {
    const env = { ...process.env, TMUX: '', TMUX_TMPDIR: dir };
    return spawnSync('tmux', ['-L', 'rep', '-f', '/dev/null', ...args], { encoding: 'utf8', env });
  };
  const screen = (): string => tmux('capture-pane', '-p', '-t', 'rep').stdout;
  const alive = (): boolean => tmux('has-session', '-t', 'rep').status === 0;

  const until = async (what: string, holds: () => boolean): Promise<void> => {
    for (let left = 400; !holds(); left -= 1) {
      if (left === 0) throw new Error(`NeoMutt did not come to ${what}. Its screen:\n${screen()}`);
      await pause(50);
    }
  };
  const terminal: Terminal = {
    press: (...keys) => void tmux('send-keys', '-t', 'rep', ...keys),
    async shows(expected) {
      let seen = '';
      await until(`show ${expected}`, () => {
        seen = screen();
        return typeof expected === 'string' ? seen.includes(expected) : expected.test(seen);
      });
      return seen;
    },
    ended: () => until('its end', () => !alive()),
  };

  return {
    /** Starts NeoMutt in a folder and lets the rep act until it has ended. */
    async sit(
      folder: string,
      act: (terminal: Terminal) => Promise<void>,
      typed: { above?: string; below?: string } = {},
    ) {
      writeFileSync(join(dir, 'above'), typed.above ?? '');
      writeFileSync(join(dir, 'below'), typed.below ?? '');
      const environment = ['HOME', 'LANG', 'TERM'].map((key, n) => `${key}=${[dir, 'C.UTF-8', 'screen'][n]}`);
      const start = ['env', ...environment, 'neomutt', '-n', '-F', join(dir, 'neomuttrc'), '-f', `=${folder}`];
      const started = tmux('new-session', '-d', '-s', 'rep', '-x', '110', '-y', '40', ...start);
      if (started.status !== 0) throw new Error(`NeoMutt did not start: ${started.stderr}`);
      try {
        await act(terminal);
        await terminal.ended();
      } finally {
        if (alive()) tmux('kill-server');
      }
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
