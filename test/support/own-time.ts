/** What a function costs beside itself with less to do: never a time against a clock, since others share the machine. */

/** Milliseconds of this thread's own time, the best of a few runs; never less than what a clock can tell. */
export function cost(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.max(2, Math.min(...times));
}

/** Four times the text may take six times as long, and a little for the clock. Quadratic would be sixteen. */
export const linear = (short: number, long: number): boolean => long <= 6 * short + 20;
