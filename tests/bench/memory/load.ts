import { Agent, request } from "node:http";

export type Ask = { path: string; key: string | null };
export type Sent = { statuses: Record<number, number>; seconds: number };
type Answer = { status: number; body: Buffer };

/** Connections that stay open; each belongs to another client, as behind a proxy. */
export function openConnections(url: string, count: number) {
  const agents = Array.from({ length: count }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const { hostname, port } = new URL(url);

  function ask(nth: number, { path, key }: Ask): Promise<Answer> {
    const agent = agents[nth]!;
    return new Promise((resolve, reject) => {
      // Limits count by client.
      const headers = {
        "X-Forwarded-For": `10.0.${nth >> 8}.${nth & 255}`,
        ...(key && { Authorization: `Bearer ${key}` }),
      };
      const sent = request({ agent, hostname, port, path, headers, family: 4 }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => {
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) });
        });
        answer.on("error", reject);
      });
      // The server closes a connection that was idle for 5 s; then another takes its place.
      sent.on("error", (error) => {
        if (sent.reusedSocket) resolve(ask(nth, { path, key }));
        else reject(error);
      });
      sent.end();
    });
  }

  return {
    json: async (path: string, key: string | null) =>
      JSON.parse((await ask(0, { path, key })).body.toString("utf8")),
    /** Sends `total` requests over all connections in turn, `atOnce` at a time. */
    async send(total: number, atOnce: number, nthAsk: (nth: number) => Ask): Promise<Sent> {
      const statuses: Record<number, number> = {};
      const began = performance.now();
      let next = 0;
      const free = agents.map((_, nth) => nth);
      const worker = async () => {
        while (next < total) {
          const nth = next++;
          const connection = free.shift()!;
          const { status } = await ask(connection, nthAsk(nth));
          free.push(connection);
          statuses[status] = (statuses[status] ?? 0) + 1;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      return { statuses, seconds: (performance.now() - began) / 1000 };
    },
    close: () => {
      for (const agent of agents) agent.destroy();
    },
  };
}
