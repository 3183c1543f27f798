import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { ConfigError } from "#src/config/env.ts";
import { noLog } from "#src/observe/logger.ts";
import { answerUnreadable, refuseUnreadable, type Unread } from "./refuse-unreadable.ts";

export type Listener = { port: number; close(): Promise<void> };

export type ListenAt = {
  host: string;
  port: number;
  /** The setting named in the error if the port is taken. */
  setting?: string;
  /** The ids and the log for requests that never reach the API. */
  unread?: Unread;
};

/**
 * Listens at a host and port. `localhost` means this machine only, on both its addresses, because browsers try ::1 and
 * 127.0.0.1 in either order. With port 0 both get the same free port.
 *
 * @throws ConfigError if the port is taken
 */
export async function listen(fetch: Hono["fetch"], at: ListenAt): Promise<Listener> {
  const { host, port } = at;
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  const [first = host, ...others] = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  try {
    const opened = await open(fetch, first, at);
    servers.push(opened.server);
    for (const address of others) {
      const other = await open(fetch, address, { ...at, port: opened.port }).catch(unlessAbsent);
      if (other) servers.push(other.server);
    }
    return { port: opened.port, close };
  } catch (error) {
    await close();
    // A port that is free on one address may be taken on the other; try another one.
    if (port === 0 && error instanceof ConfigError) return listen(fetch, at);
    throw error;
  }
}

/**
 * The URL of a listener for a browser on this machine. Uses the name, because passkeys do not work with IP addresses.
 */
export function urlOf(host: string, port: number): string {
  const here = ["localhost", "127.0.0.1", "::1", "0.0.0.0", "::"].includes(host);
  const name = here ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

const untold: Unread = { log: noLog, id: () => crypto.randomUUID() };

async function open(fetch: Hono["fetch"], hostname: string, at: ListenAt) {
  const { port, setting = "PORT", unread = untold } = at;
  // A slow sender must not hold a connection for long.
  const limits = {
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 2000,
  };
  const answer = getRequestListener(fetch, { hostname, errorHandler: answerUnreadable(unread) });
  const server = createServer(limits, answer);
  server.on("clientError", refuseUnreadable(unread));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `The port ${port} on ${hostname} is taken. Set ${setting} to another one.`;
      reject(error.code === "EADDRINUSE" ? new ConfigError(taken) : error);
    });
    server.listen(port, hostname, resolve);
  });
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : port };
}

/** Ignores the error if a machine without IPv6 has no ::1. */
function unlessAbsent(error: NodeJS.ErrnoException): null {
  if (["EADDRNOTAVAIL", "EAFNOSUPPORT", "EINVAL"].includes(error.code ?? "")) return null;
  throw error;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    // Streams and slow clients have had their time when the process must stop.
    setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 3000).unref();
  });
}
