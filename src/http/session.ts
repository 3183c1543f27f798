import { createRoute, z } from "@hono/zod-openapi";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sha256 } from "#src/digest.ts";
import { endSession, startSession } from "#src/people/session.ts";
import { type Api, acting } from "./api.ts";
import { problems } from "./contract.ts";
import { sessionCookie } from "./identify.ts";

const Session = z
  .object({
    person: z.uuid(),
    names: z.record(z.string(), z.string()),
    language: z.string(),
    roles: z.array(z.string()),
    party: z.string().nullable(),
  })
  .openapi("Session");

const json = { content: { "application/json": { schema: Session } } };

const create = createRoute({
  method: "post",
  path: "/session",
  tags: ["Session"],
  summary: "Sign in with an API key; answers a session's cookie",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: z.strictObject({ key: z.string().max(200) }) } },
    },
  },
  responses: {
    201: { description: "Signed in", ...json },
    ...problems(400, 401, 403, 413, 415),
  },
});

const read = createRoute({
  method: "get",
  path: "/session",
  tags: ["Session"],
  summary: "Who is acting, and for which party",
  responses: { 200: { description: "The person", ...json }, ...problems(401) },
});

const end = createRoute({
  method: "delete",
  path: "/session",
  tags: ["Session"],
  summary: "Sign out",
  responses: { 204: { description: "Signed out" }, ...problems(401, 403) },
});

export function session(api: Api): void {
  api.openapi(create, async (c) => {
    const { person, token } = await startSession(c.get("ctx"), c.req.valid("json").key);
    setCookie(c, sessionCookie, token, {
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
      secure: c.get("ctx").overTls,
    });
    const { id, names, language, roles, party } = person;
    return c.json({ person: id, names, language, roles, party }, 201);
  });
  api.openapi(read, (c) => {
    const { id, names, language, roles, party } = acting(c);
    return c.json({ person: id, names, language, roles, party }, 200);
  });
  api.openapi(end, async (c) => {
    acting(c);
    const token = getCookie(c, sessionCookie);
    if (token) await endSession(c.get("ctx").db, await sha256(token));
    deleteCookie(c, sessionCookie, { path: "/" });
    return c.body(null, 204);
  });
}
