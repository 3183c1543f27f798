import { openDemoSession } from "#src/accounts/demo-session.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Db } from "#src/db/db.ts";
import type { Api } from "#src/http/api/api.ts";
import { findPerson } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import type { DemoKey } from "#src/people/seed-demo.ts";

/** Someone who asks the office's API. */
export type Client = {
  person: Person;
  /** An API key of this person, who acts by a session. */
  key: string;
  /** The cookie of the session, which is fresh whatever a test's clock says. */
  cookie: string;
  /** Signs in again, where a test has ended the person's sessions. */
  reenter(): Promise<void>;
  /** One request as this person; a body that is not a string is sent as JSON. */
  send(method: string, path: string, body?: unknown, headers?: HeadersInit): Promise<Response>;
  /** GET of JSON; throws where the answer is not 200. */
  get<T = Record<string, unknown>>(path: string): Promise<T>;
  /** An act on the agreement at its present version. */
  act(id: string, resource: string, body?: unknown, headers?: HeadersInit): Promise<Response>;
};

type Insider = Pick<Client, "person" | "key" | "cookie" | "reenter">;

/** A demo person in a session. */
export type Entered = Pick<DemoKey, "role" | "party" | "key"> & { who: Person; cookie: string };

/** The person of a demo key, in a session that outlasts every day that a test may set. */
export async function enter(db: Db, { key, person, role, party }: DemoKey): Promise<Entered> {
  const who = await findPerson(db, person);
  if (!who) throw new Error("A demo key belongs to nobody.");
  return { role, party, key, who, cookie: await openSession(db, person) };
}

async function openSession(db: Db, person: string): Promise<string> {
  const token = await openDemoSession(db, person, new Date());
  const far = new Date("2200-01-01T00:00:00Z");
  await db
    .updateTable("sessions")
    .set({ expires_at: far, verified_at: far, seen_at: far })
    .where("digest", "=", await sha256(token))
    .execute();
  // Over TLS, as at the edge, it has the name with the prefix.
  return `depositary-session=${token}; __Host-depositary-session=${token}`;
}

/** Someone who has entered, and can enter again. */
export function insiderOf(db: Db, { who, key, cookie }: Entered): Insider {
  const insider = { person: who, key, cookie, reenter: async () => {} };
  insider.reenter = async () => {
    insider.cookie = await openSession(db, who.id);
  };
  return insider;
}

export function client(app: Api, insider: Insider): Client {
  const send = sender(app, insider);
  const get = async <T>(path: string): Promise<T> => {
    const response = await send("GET", path);
    if (response.status !== 200) throw new Error(`GET ${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    person: insider.person,
    key: insider.key,
    get cookie() {
      return insider.cookie;
    },
    reenter: () => insider.reenter(),
    send,
    get,
    act: async (id, resource, body = {}, headers = {}) => {
      const { version } = await get<{ version: number }>(`/agreements/${id}`);
      const seen = { "If-Match": `"${version}"`, ...Object.fromEntries(new Headers(headers)) };
      return send("POST", `/agreements/${id}/${resource}`, body, seen);
    },
  };
}

export function sender(app: Api, insider: Pick<Insider, "cookie"> | null): Client["send"] {
  return async (method, path, body, given = {}) => {
    const headers = new Headers(body === undefined ? {} : { "Content-Type": "application/json" });
    for (const [name, value] of new Headers(given)) headers.set(name, value);
    // A request that brings a key or a session is that one's.
    const brings = headers.has("Authorization") || headers.has("Cookie");
    if (insider && !brings) headers.set("Cookie", insider.cookie);
    const content = typeof body === "string" ? body : JSON.stringify(body);
    return app.request(`/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: content }),
    });
  };
}
