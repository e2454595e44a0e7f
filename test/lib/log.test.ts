import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NeedsPerson, TryLater } from '../../src/errors.ts';
import { createLog, type LogFields, type LogLevel } from '../../src/lib/log.ts';

function recorder(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line) => lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) };
}

describe('log', () => {
  it('writes one JSON line a call, with event, level, time and fields', () => {
    const { log, lines, last } = recorder();
    log.info('draft placed', { deal: 'hubspot:12', ms: 34, retryAt: new Date('2026-03-03T10:00:00Z') });
    expect(lines).toHaveLength(1);
    expect(lines[0]!.endsWith('\n')).toBe(true);
    const { time, ...rest } = last();
    expect(rest).toEqual({
      level: 'info',
      event: 'draft placed',
      deal: 'hubspot:12',
      ms: 34,
      retryAt: '2026-03-03T10:00:00.000Z',
    });
    expect(new Date(time).toISOString()).toBe(time);
  });

  it('keeps to its level', () => {
    const { log, lines } = recorder('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['c', 'd']);
    const silent = recorder('silent');
    silent.log.error('e');
    expect(silent.lines).toEqual([]);
  });

  it('never lets the canary out, wherever it is put', () => {
    const canary = 'canary <canary@example.com> in the mail';
    const fields = [
      'body',
      'text',
      'subject',
      'address',
      'from',
      'to',
      'token',
      'password',
      'authorization',
      'msg',
      'err',
      '__proto__',
    ];
    const known = ['deal', 'mailbox', 'kind', 'count', 'at', 'job', 'route', 'error', 'level', 'time', 'event', 'pid'];
    const shapes: unknown[] = [
      canary,
      [canary],
      { canary },
      { deep: { canary } },
      new Error(canary),
      { toJSON: () => canary },
      { toString: () => canary },
      Object.assign(new Error('x'), { code: canary, response: canary, name: canary }),
      new Error(`first line\n    at ${canary}\nlast`),
      new Error('outer', { cause: new Error(canary) }),
      Object.assign(new Error('x'), { stack: canary }),
      Object.assign(new Error('x'), { stack: `    at ${canary}`, message: 'other' }),
    ];
    const { log, lines } = recorder();
    for (const name of [...fields, ...known]) {
      for (const shape of shapes) log.error('event', { [name]: shape } as LogFields);
    }
    log.info(canary);
    log.info(`event ${canary}`, { deal: canary });
    log.error('event', {
      error: new NeedsPerson('The mailbox canary@example.com refuses its password.', { cause: canary }),
    });
    expect(lines).toHaveLength((fields.length + known.length) * shapes.length + 3);
    expect(lines.join('')).not.toContain('canary');
  });

  it('drops unknown keys and values of another type', () => {
    const { log, last } = recorder();
    log.info('e', { subject: 'hello', deal: 12, count: '3', at: 'soon', job: 'sync' } as unknown as LogFields);
    expect(Object.keys(last()).sort()).toEqual(['event', 'job', 'level', 'time']);
    log.info('e', { deal: 'two words', rep: 'a@b', mailbox: 'x'.repeat(65), crm: '', kind: 'line\nline' });
    const { deal, rep, mailbox, crm, kind } = last();
    expect(new Set([deal, rep, mailbox, crm, kind])).toEqual(new Set(['[withheld]']));
  });

  it('says of our own errors what they say, and of others where they arose', () => {
    const { log, last } = recorder();
    log.warn('e', { error: new TryLater('The server is busy; try later.', { cause: new TypeError('secret') }) });
    expect(last()).toMatchObject({ error: 'TryLater', cause: 'TypeError', sentence: 'The server is busy; try later.' });
    log.warn('e', { error: Object.assign(new RangeError('secret'), { code: 'EPIPE' }) });
    expect(last()).toMatchObject({ error: 'RangeError', code: 'EPIPE' });
    expect(last().where[0]).toContain('log.test.ts');
    log.warn('e', { error: 'secret' });
    expect(last().error).toBe('string');
  });

  it('does not throw, whatever it is given', () => {
    const { log } = recorder();
    fc.assert(
      fc.property(fc.string(), fc.anything(), fc.anything(), (event, error, other) => {
        log.error(event, { error, deal: other, count: other, at: other } as LogFields);
        log.error(event, other as LogFields);
      }),
    );
    log.info('e', { at: new Date(Number.NaN) });
  });

  it('goes to standard error when it is given no other place', () => {
    const module = new URL('../../src/lib/log.ts', import.meta.url).href;
    const program = `import { createLog } from ${JSON.stringify(module)}; createLog({ level: 'info' }).info('started'); process.exit(0);`;
    const run = ['--input-type=module-typescript', '-e', program];
    expect(execFileSync(process.execPath, run, { stdio: ['ignore', 'pipe', 'ignore'] }).toString()).toBe('');
    const both = execFileSync('sh', ['-c', '"$0" "$@" 2>&1', process.execPath, ...run]).toString();
    expect(JSON.parse(both.trim().split('\n').at(-1)!)).toMatchObject({ event: 'started' });
  });
});
