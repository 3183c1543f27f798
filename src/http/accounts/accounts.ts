import { createRoute, z } from "@hono/zod-openapi";
import { listKeys, makeKey, revokeKey } from "#src/accounts/make-key.ts";
import { listPasskeys, revokePasskey } from "#src/accounts/passkeys.ts";
import { beginPasskey, keepPasskey } from "#src/accounts/register-passkey.ts";
import { endSession, endSessions, listSessions } from "#src/accounts/sessions.ts";
import { siteOf } from "#src/accounts/site.ts";
import { type Api, acting, type Call, serviceOf } from "../api/api.ts";
import { body, byId, json, problems } from "../api/contract.ts";
import { type Guarded, guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";
import { AskedPasskey, attestation } from "./account-schemas.ts";

const about = { tags: ["Own account"] };
const gone = (description: string) => ({
  204: { description },
  ...problems(400, 401, 403, 404, 413, 415),
});

const OwnSession = z
  .object({
    id: z.uuid(),
    method: z.string(),
    agent: z.string(),
    address: z.string(),
    createdAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    current: z.boolean(),
  })
  .openapi("OwnSession");
const Passkey = z
  .object({
    id: z.string(),
    label: z.string(),
    createdAt: z.iso.datetime(),
    usedAt: z.iso.datetime().nullable(),
  })
  .openapi("Passkey");
const Key = z
  .object({
    id: z.uuid(),
    label: z.string(),
    scopes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .openapi("ApiKey");
const label = z.string().trim().min(1).max(100);
const passkeyId = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,2000}$/) });

const listed = <Item extends z.ZodType>(path: string, summary: string, item: Item) =>
  createRoute({
    ...about,
    method: "get",
    path,
    summary,
    responses: {
      200: { description: "One's own", ...json(z.object({ items: z.array(item) })) },
      ...problems(401),
    },
  });
const readSessions = listed("/sessions", "One's open sessions", OwnSession);
const readPasskeys = listed("/passkeys", "One's passkeys", Passkey);
const readKeys = listed("/keys", "One's API keys", Key);

const removed = <Params extends z.ZodObject>(
  path: string,
  summary: string,
  params: Params,
  guards: Partial<Guarded> = {},
) =>
  createRoute({
    ...about,
    ...guards,
    method: "delete",
    path,
    summary,
    request: { params },
    responses: gone("Ended"),
  });
const removeSession = removed("/sessions/{id}", "End one of one's sessions", byId);
const removePasskey = removed(
  "/passkeys/{id}",
  "Take a passkey back; sessions that it opened end",
  passkeyId,
  guarded("remove-passkey"),
);
const removeKey = removed(
  "/keys/{id}",
  "Take an API key back; sessions that it opened end",
  byId,
  guarded("revoke-key"),
);
const removeOthers = createRoute({
  ...about,
  method: "delete",
  path: "/sessions",
  summary: "End all of one's sessions but this one",
  responses: gone("Ended"),
});

const askPasskey = createRoute({
  ...about,
  method: "post",
  path: "/passkeys/options",
  summary: "What a browser is asked to make a passkey of",
  ...guarded("add-passkey"),
  responses: {
    201: { description: "To be answered within two minutes", ...json(AskedPasskey) },
    ...problems(400, 401, 403, 409, 413, 415),
  },
});
const addPasskey = createRoute({
  ...about,
  method: "post",
  path: "/passkeys",
  summary: "Keep the passkey that the browser has made",
  ...guarded("add-passkey"),
  request: body(z.strictObject({ id: z.uuid(), label, response: attestation })),
  responses: {
    201: { description: "Kept", ...json(z.object({ id: z.string() })) },
    ...problems(400, 401, 403, 409, 413, 415, 422),
  },
});
const addKey = createRoute({
  ...about,
  method: "post",
  path: "/keys",
  summary: "Make an API key, shown this once",
  ...guarded("make-key"),
  request: body(
    z.strictObject({
      label,
      scopes: z
        .array(z.enum(["read", "act"]))
        .min(1)
        .max(2),
      days: z.int().min(1).max(365),
    }),
  ),
  responses: {
    201: { description: "Made", ...json(z.object({ id: z.uuid(), key: z.string() })) },
    ...problems(400, 401, 403, 413, 415, 422),
  },
});

const site = (c: Call) => siteOf(c.get("ctx").publicUrl, c.req.url);

/** Routes for a person's own account: sessions, passkeys, API keys. */
export function accounts(api: Api): void {
  api.openapi(readSessions, async (c) => {
    const { id: person } = acting(c);
    const { db, now } = serviceOf(c);
    const proof = c.get("proof");
    const digest = proof?.via === "session" ? proof.digest : null;
    return c.json({ items: await listSessions(db, { person, digest, now: now() }) }, 200);
  });
  api.openapi(removeSession, async (c) => {
    await endSession(serviceOf(c).db, acting(c).id, c.req.valid("param").id);
    return c.body(null, 204);
  });
  api.openapi(removeOthers, async (c) => {
    const { id } = acting(c);
    const proof = c.get("proof");
    await endSessions(serviceOf(c).db, id, proof?.via === "session" ? proof.digest : "");
    return c.body(null, 204);
  });
  passkeysAndKeys(api);
}

function passkeysAndKeys(api: Api): void {
  api.openapi(readPasskeys, async (c) => {
    const { id } = acting(c);
    return c.json({ items: await listPasskeys(serviceOf(c).db, id) }, 200);
  });
  api.openapi(askPasskey, async (c) => {
    const person = acting(c);
    requireSafeguards(c, "add-passkey");
    return c.json((await beginPasskey(serviceOf(c), person, site(c))) as never, 201);
  });
  api.openapi(addPasskey, async (c) => {
    const person = acting(c);
    requireSafeguards(c, "add-passkey");
    const made = c.req.valid("json") as Parameters<typeof keepPasskey>[2];
    const how = { site: site(c), proof: c.get("proof") };
    return c.json(await keepPasskey(serviceOf(c), person, made, how), 201);
  });
  api.openapi(removePasskey, async (c) => {
    const { id: person } = acting(c);
    requireSafeguards(c, "remove-passkey");
    const { db, now } = serviceOf(c);
    await revokePasskey(db, { person, id: c.req.valid("param").id, at: now() });
    return c.body(null, 204);
  });
  api.openapi(readKeys, async (c) => {
    const { db, now } = serviceOf(c);
    return c.json({ items: await listKeys(db, acting(c).id, now()) }, 200);
  });
  api.openapi(addKey, async (c) => {
    const { id: person } = acting(c);
    requireSafeguards(c, "make-key");
    const { db, now, committed, origin } = serviceOf(c);
    const how = { person, now: now(), proof: c.get("proof"), origin };
    const made = await makeKey(db, { ...how, ...c.req.valid("json") });
    committed();
    return c.json(made, 201);
  });
  api.openapi(removeKey, async (c) => {
    const { id: person } = acting(c);
    requireSafeguards(c, "revoke-key");
    const { db, now } = serviceOf(c);
    await revokeKey(db, { person, id: c.req.valid("param").id, at: now() });
    return c.body(null, 204);
  });
}
