/** Counts what crosses the wire between an IMAP client and a server, in both directions. */
import { connect, createServer, type Socket } from 'node:net';

export interface Traffic {
  /** Commands sent: each waits for its answer, so each costs one round trip. */
  roundTrips: number;
  bytesUp: number;
  bytesDown: number;
}

export interface Meter {
  port: number;
  /** What crossed since the last time this was asked. */
  take(): Traffic;
  stop(): Promise<void>;
}

/** Stands in front of a server on the loopback. */
export async function meter(to: number): Promise<Meter> {
  let traffic: Traffic = { roundTrips: 0, bytesUp: 0, bytesDown: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      // Held back small packets would be measured as slowness of the server.
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    upstream.on('data', (chunk) => {
      traffic.bytesDown += chunk.length;
      client.write(chunk);
    });
    let line = '';
    client.on('data', (chunk) => {
      traffic.bytesUp += chunk.length;
      upstream.write(chunk);
      line += chunk.toString('latin1');
      const end = line.lastIndexOf('\n') + 1;
      traffic.roundTrips += line.slice(0, end).match(/^[0-9A-Z]+ (UID )?[A-Z]+/gm)?.length ?? 0;
      line = line.slice(end);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    take() {
      const taken = traffic;
      traffic = { roundTrips: 0, bytesUp: 0, bytesDown: 0 };
      return taken;
    },
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
