/** A process of its own for lock-file.test.ts: locks, updates and releases as it is told over IPC. */
import { type FolderLock, lockDataFolder } from '../../src/db/lock-file.ts';
import { sentenceOf } from '../../src/errors.ts';

let lock: FolderLock | null = null;

process.on('message', async (message: { lock: string } | 'release' | 'exit') => {
  try {
    if (message === 'exit') process.exit(0);
    if (message === 'release') await lock?.release();
    else lock = await lockDataFolder(message.lock, { url: 'http://127.0.0.1:1', token: `of ${process.pid}` });
    process.send!({ ok: true });
  } catch (error) {
    process.send!({ ok: false, name: (error as Error).name, sentence: sentenceOf(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send!('ready');
