import { expect, test } from 'vitest';
import { jsonLines } from '../../src/lib/json-lines.ts';

test('is one line for each that was sent, and ends with the work', async () => {
  const body = jsonLines(async (send) => {
    send({ out: 'a\u2028b\n' });
    send({ code: 0 });
  });
  expect(await new Response(body).text()).toBe('{"out":"a\u2028b\\n"}\n{"code":0}\n');
});

test('is made no faster than it is read', async () => {
  let made = 0;
  const body = jsonLines(async (send, taken) => {
    for (let n = 0; n < 1_000 && (await taken()); n++) {
      made += 1;
      send({ n });
    }
  });
  const reader = body.getReader();
  for (let read = 1; read <= 1_000; read++) {
    expect((await reader.read()).done).toBe(false);
    expect(made - read).toBeLessThanOrEqual(2);
  }
  expect((await reader.read()).done).toBe(true);
});

test('is made no further when its reader is gone', async () => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const body = jsonLines(async (send, taken) => {
    let made = 0;
    for (; await taken(); made++) send({ made });
    send({ late: true });
    resolve(made);
  });
  const reader = body.getReader();
  await reader.read();
  await reader.cancel();
  expect(await promise).toBeLessThanOrEqual(3);
});

test('has the error of its work', async () => {
  const body = jsonLines(async () => {
    throw new Error('broken');
  });
  await expect(new Response(body).text()).rejects.toThrow('broken');
});
