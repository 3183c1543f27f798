import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** What a database that is not well does with a connection. */
export type Illness = "silent" | "without-connections" | "stalled";

export type IllDatabase = { url: string; falls(ill: Illness): void; close(): Promise<void> };

/** Speaks just enough of PostgreSQL's protocol (its manual, 54.7) to fail as real servers and Hyperdrive do. */
export async function startIllDatabase(): Promise<IllDatabase> {
  let illness: Illness = "silent";
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (bytes) => answer(socket, bytes, illness));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return {
    url: `postgres://nobody:nothing@127.0.0.1:${port}/nowhere`,
    falls: (ill) => {
      illness = ill;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const tlsRequest = 80877103;
const protocol3 = 196608;

function answer(socket: Socket, bytes: Buffer, illness: Illness): void {
  if (illness === "silent" || bytes.length < 8) return;
  const code = bytes.readInt32BE(4);
  if (code === tlsRequest) socket.write("N");
  if (code !== protocol3) return;
  if (illness === "without-connections") {
    // The words and the code of Hyperdrive whose pool has no connection to give.
    const fields = ["SFATAL", "C58000", "MFailed to acquire a connection from the pool.", ""];
    socket.end(message("E", fields.map((field) => `${field}\0`).join("")));
  } else {
    socket.write(Buffer.concat([message("R", "\0\0\0\0"), message("Z", "I")]));
  }
}

function message(type: string, body: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(4 + Buffer.byteLength(body), 1);
  return Buffer.concat([head, Buffer.from(body)]);
}
