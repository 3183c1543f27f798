import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

export type Way = {
  /** The protocol towards the service. */
  version: "1.0" | "1.1";
  /** `Connection` as the proxy sends it itself; null sends none. */
  connection: string | null;
  /** The host asked for; the service's own address unless given. */
  host?: string;
};

/** nginx with `proxy_pass http://127.0.0.1:3000;` and nothing else, up to 1.29.6. */
export const nginx: Way = { version: "1.0", connection: "close" };
/** nginx from 1.29.7 on, which speaks HTTP/1.1 to the service and says nothing of the connection. */
export const newerNginx: Way = { version: "1.1", connection: null };
/** Passes bytes on, as `socat`, `kubectl port-forward` and a tunnel do. */
export type Tunnel = "tunnel";

/**
 * A proxy that names nobody: it forwards a request with the headers that came, but for `Host` and `Connection`, which it
 * writes itself. Node's own client cannot speak HTTP/1.0, so the head is written by hand.
 */
export async function startBareProxy(target: string, way: Way | Tunnel) {
  const { port } = new URL(target);
  const server = createServer((client) => {
    const service = connect(Number(port), "127.0.0.1");
    for (const socket of [client, service]) {
      socket.on("error", () => {});
      socket.on("close", () => {
        client.destroy();
        service.destroy();
      });
    }
    service.pipe(client);
    if (way === "tunnel") {
      client.pipe(service);
      return;
    }
    let head = "";
    const read = (bytes: Buffer) => {
      head += bytes.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      client.off("data", read);
      const [line = "", ...headers] = head.slice(0, end).split("\r\n");
      const kept = headers.filter((one) => !/^(host|connection|keep-alive):/i.test(one));
      const own = [`Host: ${way.host ?? `127.0.0.1:${port}`}`];
      if (way.connection) own.push(`Connection: ${way.connection}`);
      const first = line.replace(/HTTP\/1\.1$/, `HTTP/${way.version}`);
      service.write([first, ...own, ...kept, "", head.slice(end + 4)].join("\r\n"), "latin1");
      client.pipe(service);
    };
    client.on("data", read);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
