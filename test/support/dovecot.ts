/** A real Dovecot for one suite: own configuration, own folder under the system's temp folder, own loopback ports. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface DovecotUser {
  user: string;
  password: string;
}

export interface DovecotOptions {
  users?: DovecotUser[];
  /** Folders each user starts with, INBOX apart. `use` is a SPECIAL-USE attribute such as `\Drafts`. */
  folders?: { name: string; use?: string }[];
  /** Capabilities not offered, such as QRESYNC, CONDSTORE, UIDPLUS, MOVE, SPECIAL-USE, LIST-STATUS. */
  without?: string[];
  /** Everyone also sees a shared folder `Public/Team`. */
  shared?: boolean;
  /** Also listen with TLS, under a certificate nobody trusts. */
  tls?: boolean;
}

export interface Dovecot {
  host: string;
  port: number;
  /** 0 without `tls`. */
  tlsPort: number;
  users: DovecotUser[];
  /** From now on logins of this user need that password; whoever is connected stays so. */
  setPassword(user: string, password: string): Promise<void>;
  /** Runs doveadm against this server. */
  doveadm(...args: string[]): string;
  /** What the server logged, for a test that failed. */
  log(): string;
  stop(): Promise<void>;
}

const markedFolders = [
  { name: 'Drafts', use: '\\Drafts' },
  { name: 'Sent', use: '\\Sent' },
  { name: 'Trash', use: '\\Trash' },
  { name: 'Junk', use: '\\Junk' },
  { name: 'Archive', use: '\\Archive' },
];

/** What Dovecot 2.3 offers after login. */
const capabilities =
  'IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT THREAD=REFERENCES THREAD=REFS MULTIAPPEND UNSELECT CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED CONDSTORE QRESYNC ESEARCH SEARCHRES WITHIN LIST-STATUS BINARY MOVE LITERAL+ NOTIFY SPECIAL-USE'.split(
    ' ',
  );

/** Any number that is no real user: Dovecot will not store mail as root. */
const mailUid = 5_000;

/**
 * Null when the tests that need Dovecot can run, else why not. Under CI=true a missing server is a failure, because a
 * suite that is always skipped tests nothing.
 */
export const dovecotMissing: string | null = (() => {
  const found = spawnSync('dovecot', ['--version']).status === 0;
  const why = !found
    ? 'dovecot is not installed'
    : process.getuid?.() !== 0
      ? 'dovecot has to be started as root'
      : null;
  if (why && process.env.CI === 'true') throw new Error(`The mailbox suites cannot run: ${why}.`);
  return why;
})();

/** Starts a server and waits until it greets. The caller stops it. Users may have any name without a colon: real ones hold a plus. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const users = options.users ?? [{ user: 'rep@acme.test', password: 'secret-1' }];
  const directory = mkdtempSync(join(tmpdir(), 'dovecot-'));
  const port = await freePort();
  const tlsPort = options.tls ? await freePort() : 0;
  for (const name of ['run', 'state', 'mail', 'public']) mkdirSync(join(directory, name), { mode: 0o755 });
  // Dovecot's own users have to pass through.
  chmodSync(directory, 0o755);
  for (const name of ['mail', 'public']) chownSync(join(directory, name), mailUid, mailUid);
  const passwords = new Map(users.map(({ user, password }) => [user, password]));
  const writeUsers = () => {
    const lines = [...passwords].map(([user, password]) => `${user}:{PLAIN}${password}:::::\n`);
    writeFileSync(join(directory, 'users.new'), lines.join(''));
    // At once: no login may meet half a file.
    renameSync(join(directory, 'users.new'), join(directory, 'users'));
  };
  writeUsers();
  if (options.tls) makeCertificate(directory);
  const file = join(directory, 'dovecot.conf');
  writeFileSync(file, configuration(directory, port, tlsPort, options));

  const server = spawn('dovecot', ['-F', '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  server.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const log = () => {
    try {
      return complaint + readFileSync(join(directory, 'dovecot.log'), 'utf8');
    } catch {
      return complaint;
    }
  };
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  for (let left = 400; !(await greets(port)); left -= 1) {
    if (server.exitCode !== null || left === 0) {
      const why = log();
      await stop();
      throw new Error(`Dovecot did not start: ${why}`);
    }
    await pause(25);
  }
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    users,
    async setPassword(user, password) {
      // Dovecot looks at the file once a second, and reads it again when its size or the second of its change differs.
      if (password.length === passwords.get(user)?.length) throw new Error('Give a password of another length.');
      passwords.set(user, password);
      writeUsers();
      const known = () => spawnSync('doveadm', ['-c', file, 'auth', 'test', user, password]).status === 0;
      for (let left = 100; !known(); left -= 1) {
        if (left === 0) throw new Error(`Dovecot does not take the new password: ${log()}`);
        await pause(50);
      }
    },
    doveadm: (...args) => execFileSync('doveadm', ['-c', file, ...args], { encoding: 'utf8' }),
    log,
    stop,
  };
}

function configuration(directory: string, port: number, tlsPort: number, options: DovecotOptions): string {
  const folders = (options.folders ?? markedFolders).map(
    ({ name, use }) => `  mailbox "${name}" {\n    auto = subscribe\n${use ? `    special_use = ${use}\n` : ''}  }\n`,
  );
  const without = new Set(options.without ?? []);
  const offered = capabilities.filter((name) => !without.has(name)).join(' ');
  return `base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
protocols = imap
listen = 127.0.0.1
${options.tls ? `ssl = yes\nssl_cert = <${directory}/cert.pem\nssl_key = <${directory}/key.pem` : 'ssl = no'}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_chars =
auth_failure_delay = 0
first_valid_uid = 1
default_login_user = dovenull
default_internal_user = dovecot
mail_fsync = never
mail_max_userip_connections = 100
imap_capability = ${offered}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${directory}/users
}
userdb {
  driver = static
  args = uid=${mailUid} gid=${mailUid} home=${directory}/mail/%u
}
mail_location = mdbox:~/mdbox
mailbox_list_index = yes
namespace inbox {
  inbox = yes
  separator = /
${folders.join('')}}
${options.shared ? sharedNamespace(directory) : ''}service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${tlsPort}
    ssl = yes
  }
}
service imap {
  service_count = 100
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
imap_idle_notify_interval = 10 s
`;
}

function sharedNamespace(directory: string): string {
  return `namespace shared {
  type = public
  prefix = Public/
  separator = /
  location = mdbox:${directory}/public
  subscriptions = no
  mailbox Team {
    auto = create
  }
}
`;
}

function makeCertificate(directory: string): void {
  const subject = ['-subj', '/CN=nobody.invalid', '-days', '2', '-nodes', '-newkey', 'rsa:2048'];
  const files = ['-keyout', join(directory, 'key.pem'), '-out', join(directory, 'cert.pem')];
  execFileSync('openssl', ['req', '-x509', ...subject, ...files], { stdio: 'ignore' });
}

/** A loopback port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => done(data.toString().startsWith('* OK')));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}
