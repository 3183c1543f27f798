import { join } from "node:path";
import { createTestHarness, type TestHarness } from "wrangler";
import { type Office, openOffice } from "./office.ts";

export const root = join(import.meta.dirname, "../..");

/** Without these wrangler asks the network. */
export const offline = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_LOG: "error",
};

/** The Worker as wrangler.toml describes it, in workerd, on this database. */
export async function startEdge(databaseUrl: string): Promise<TestHarness> {
  const variable = "CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE";
  Object.assign(process.env, offline, { [variable]: databaseUrl });
  const harness = createTestHarness({ root, workers: [{ configPath: "./wrangler.toml" }] });
  await harness.listen();
  return harness;
}

type EdgeAnswer = Awaited<ReturnType<TestHarness["fetch"]>>;

export type EdgeClient = {
  /** One request as this person; a body that is not a string is sent as JSON. */
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<EdgeAnswer>;
  /** A POST under the agreement at its present version; throws where it is not on record after. */
  act(id: string, resource: string, body?: unknown): Promise<void>;
};

export type EdgeOffice = {
  /** The Node side of the same database, where nothing runs by itself. */
  office: Office;
  edge: TestHarness;
  as(role: string, party?: string | null, nth?: number): EdgeClient;
  anyone: Pick<EdgeClient, "send">;
  close(): Promise<void>;
};

/** An office whose requests are answered by workerd. */
export async function openEdgeOffice(): Promise<EdgeOffice> {
  const office = await openOffice();
  const edge = await startEdge(office.url);
  return {
    office,
    edge,
    as: (...who) => client(edge, office.as(...who).cookie),
    anyone: { send: sender(edge, null) },
    close: async () => {
      await edge.close();
      await office.close();
    },
  };
}

function client(edge: TestHarness, cookie: string): EdgeClient {
  const send = sender(edge, cookie);
  return {
    send,
    act: async (id, resource, body = {}) => {
      const seen = await send("GET", `/agreements/${id}`);
      const done = await send("POST", `/agreements/${id}/${resource}`, body, {
        "If-Match": seen.headers.get("ETag") ?? "",
        "Idempotency-Key": crypto.randomUUID(),
      });
      if (done.status !== 201) throw new Error(`POST ${resource}: ${await done.text()}`);
    },
  };
}

function sender(edge: TestHarness, cookie: string | null): EdgeClient["send"] {
  return (method, path, body, headers = {}) =>
    edge.fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(cookie && { Cookie: cookie }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
}
