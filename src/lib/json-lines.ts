/** A body of JSON lines, made while it is read. */

/**
 * One line for each `send`, until `work` is done. `taken` waits until the reader has caught up, and answers false once there is none any
 * more: then nothing is kept that is sent, and work without other effects may end. An error of `work` is the body's.
 */
export function jsonLines(
  work: (send: (line: object) => void, taken: () => Promise<boolean>) => Promise<void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let gone = false;
  let wake = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    // Not awaited: a stream asks for nothing more before this is over.
    start(controller) {
      const send = (line: object): void => {
        if (!gone) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const taken = async (): Promise<boolean> => {
        while (!gone && (controller.desiredSize ?? 0) <= 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        return !gone;
      };
      work(send, taken).then(
        () => gone || controller.close(),
        (error) => gone || controller.error(error),
      );
    },
    pull: () => wake(),
    cancel() {
      gone = true;
      wake();
    },
  });
}
