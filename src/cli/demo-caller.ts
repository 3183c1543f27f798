import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

type Seen = { stage: string; version: number; digest: string; original: string | null };

/** One person at the API, like any of its clients. */
export type Caller = {
  person: string;
  party: string | null;
  name: string;
  post(path: string, body: unknown): Promise<{ id: string }>;
  /** Performs an act on the agreement in its current state. */
  act(id: string, resource: string, body: unknown): Promise<void>;
  digest(id: string): Promise<string>;
  /** Downloads the original, as a signatory does before signing; returns its sha-256. */
  original(id: string): Promise<string>;
  text(id: string, language: string): Promise<string>;
  putText(id: string, language: string, markdown: string): Promise<void>;
  /** Downloads the file. The annex is sealed after the instrument, so it may take some seconds more. */
  pdf(id: string, kind: string): Promise<Uint8Array>;
  /** Downloads the export, once the log has taken all of it. */
  evidence(id: string): Promise<string>;
  source(id: string): Promise<Record<string, string>>;
  /** Waits until the agreement is as `wanted`; throws after a minute. */
  until(id: string, wanted: (seen: Seen) => boolean): Promise<void>;
};

/** A person's client of the API; `enter` returns the cookie of a fresh session. */
export async function callerFor(url: string, enter: () => Promise<string>): Promise<Caller> {
  const ask = async (method: string, path: string, headers = {}, body?: string) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { Cookie: await enter(), "Idempotency-Key": randomUUID(), ...headers },
      ...(body !== undefined && { body }),
    });
  const call = async (method: string, path: string, headers = {}, body?: string) => {
    const response = await ask(method, path, headers, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  const json = { "Content-Type": "application/json" };
  const post = async (path: string, body: unknown, headers = {}) =>
    (await call("POST", path, { ...json, ...headers }, JSON.stringify(body))).json();
  const see = async (id: string): Promise<Seen> => (await call("GET", `/agreements/${id}`)).json();
  const seen = async (id: string) => ({ "If-Match": `"${(await see(id)).version}"` });

  const { person, party, names } = await (await call("GET", "/session")).json();
  return {
    person,
    party,
    name: names.en,
    post,
    act: async (id, resource, body) => {
      await post(`/agreements/${id}/${resource}`, body, await seen(id));
    },
    digest: async (id) => (await see(id)).digest,
    original: async (id) => {
      const response = await call("GET", `/agreements/${id}/pdf?kind=original`);
      await response.arrayBuffer();
      return response.headers.get("ETag")?.replaceAll('"', "") ?? "";
    },
    text: async (id, language) => (await call("GET", `/agreements/${id}/texts/${language}`)).text(),
    putText: async (id, language, markdown) => {
      const headers = { "Content-Type": "text/markdown", ...(await seen(id)) };
      await call("PUT", `/agreements/${id}/texts/${language}`, headers, markdown);
    },
    pdf: async (id, kind) => {
      const path = `/agreements/${id}/pdf?kind=${kind}`;
      for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
        const response = await ask("GET", path);
        if (response.ok) return new Uint8Array(await response.arrayBuffer());
        if (response.status !== 404) throw new Error(`GET ${path}: ${await response.text()}`);
      }
      throw new Error(`The service took longer than a minute over the ${kind} file.`);
    },
    evidence: async (id) => {
      for (const end = Date.now() + 60_000; ; await sleep(50)) {
        const text = await (await call("GET", `/agreements/${id}/evidence`)).text();
        if (!text.includes('"log":null')) return text;
        if (Date.now() > end) throw new Error("The log took longer than a minute.");
      }
    },
    source: async (id) => (await call("GET", `/agreements/${id}/source`)).json(),
    until: async (id, wanted) => {
      const end = Date.now() + 60_000;
      while (!wanted(await see(id))) {
        if (Date.now() > end) throw new Error("The service took longer than a minute.");
        await sleep(50);
      }
    },
  };
}
