/** A process of its own for ledger-mirror.test.ts: appends for ever and tells every entry that was acknowledged. */
import { openMirror } from '../../src/db/ledger-mirror.ts';

const mirror = await openMirror(process.argv[2]!);
process.on('disconnect', () => process.exit(0));
for (let seq = mirror.lastSeq + 1; ; seq++) {
  await mirror.append([{ seq, hash: `h${seq}` }]);
  process.send!(seq);
}
