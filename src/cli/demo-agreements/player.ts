import { setTimeout as sleep } from "node:timers/promises";

/** A request to the API of this process, as `Hono.request` takes it. */
export type Ask = (path: string, init: RequestInit) => Response | Promise<Response>;

export type Seen = {
  version: number;
  stage: string;
  digest: string;
  original: string | null;
  languages: string[];
  createdAt: string;
};

/** One demo person at the API. Each step has its own idempotency key, so no start does it twice. */
export type Player = {
  person: string;
  party: string | null;
  get<T>(path: string): Promise<T>;
  read(path: string): Promise<string>;
  see(id: string): Promise<Seen>;
  /** Returns the answer; null if an earlier start already did it, with the words of that time. */
  post<T>(step: string, path: string, body: unknown, headers?: HeadersInit): Promise<T | null>;
  /** Performs an act on the agreement in its current state. */
  act(step: string, id: string, resource: string, body?: unknown): Promise<void>;
  /** Sends a request without a key; returns false if someone else was first. */
  put(path: string, body: unknown, version: number): Promise<boolean>;
};

/** Thrown if the service is told to stop halfway. */
export class Stopped extends Error {}

/** A demo person, and a way to get a session: the cookie of a person whose verification is fresh. */
export type DemoPlayer = {
  name: string;
  role: string;
  party: string | null;
  enter(): Promise<string>;
};

export async function playerFor(
  ask: Ask,
  { enter }: Pick<DemoPlayer, "enter">,
  signal: AbortSignal,
): Promise<Player> {
  const call = async (method: string, path: string, given: HeadersInit = {}, body?: unknown) => {
    if (signal.aborted) throw new Stopped();
    // Give requests from real users a turn in between.
    await sleep(5);
    const headers = new Headers(given);
    headers.set("Cookie", await enter());
    if (body !== undefined) headers.set("Content-Type", "application/json");
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return ask(`/api/v1${path}`, { method, headers, ...content });
  };
  const got = async (path: string) => {
    const answer = await call("GET", path);
    if (answer.ok) return answer;
    throw new Error(`GET ${path}: ${await answer.text()}`);
  };
  const get = async <T>(path: string) => (await (await got(path)).json()) as T;
  const see = (id: string) => get<Seen>(`/agreements/${id}`);
  const post = async <T>(step: string, path: string, body: unknown, headers: HeadersInit = {}) => {
    const keyed = { ...Object.fromEntries(new Headers(headers)), "Idempotency-Key": step };
    const answer = await call("POST", path, keyed, body);
    if (answer.ok) return (await answer.json()) as T;
    const problem = (await answer.json()) as { type: string };
    if (problem.type === "urn:depositary:problem:key-reused") return null;
    throw new Error(`${step}: POST ${path}: ${JSON.stringify(problem)}`);
  };
  const { person, party } = await get<{ person: string; party: string | null }>("/session");
  return {
    person,
    party,
    get,
    read: async (path) => (await got(path)).text(),
    see,
    post,
    act: async (step, id, resource, body = {}) => {
      const { version } = await see(id);
      await post(step, `/agreements/${id}/${resource}`, body, { "If-Match": `"${version}"` });
    },
    put: async (path, body, version) => {
      const answer = await call("PUT", path, { "If-Match": `"${version}"` }, body);
      if (!answer.ok && answer.status !== 412) {
        throw new Error(`PUT ${path}: ${await answer.text()}`);
      }
      return answer.ok;
    },
  };
}
