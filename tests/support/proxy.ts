import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type CuttableProxy = {
  /** The target's URL with the proxy's address in it. */
  url: string;
  /** Resets every connection, and each new one until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

/** Stands between a client and the server of `target` on this machine, to be cut and mended. */
export async function startProxy(target: string): Promise<CuttableProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let broken = false;
  const server = createServer((client) => {
    if (broken) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(target);
  url.port = String(address && typeof address === "object" ? address.port : 0);
  const reset = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: url.href,
    cut: () => {
      broken = true;
      reset();
    },
    mend: () => {
      broken = false;
    },
    close: async () => {
      reset();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
