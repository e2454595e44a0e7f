/** Time for code that waits: short waits pass at once and are written down; long ones pass when the test says so. */
import type { Timer } from '../../src/lib/llm.ts';

export interface ManualTimer extends Timer {
  /** The short waits, in milliseconds. */
  waited: number[];
  /** Lets every long wait end. */
  expire(): void;
  /** Moves on, with nobody waiting. */
  pass(ms: number): void;
}

/** Waits of `longMs` and more are long. */
export function manualTimer(longMs: number): ManualTimer {
  const waited: number[] = [];
  const long: (() => void)[] = [];
  let now = 0;
  return {
    waited,
    now: () => now,
    async wait(ms, signal) {
      if (ms < longMs) {
        now += ms;
        waited.push(ms);
        return;
      }
      await new Promise<void>((done) => {
        signal.addEventListener('abort', () => done());
        long.push(() => {
          now += ms;
          done();
        });
      });
    },
    pass(ms) {
      now += ms;
    },
    expire() {
      for (const end of long.splice(0)) end();
    },
  };
}
