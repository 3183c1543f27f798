import { createRoute, z } from "@hono/zod-openapi";
import { chooseLanguage } from "#src/accounts/choose-language.ts";
import { rotateSession } from "#src/accounts/open-session.ts";
import { hasPasskey } from "#src/accounts/passkeys.ts";
import { requestCode, requestOwnCode } from "#src/accounts/request-code.ts";
import { endSessionByDigest } from "#src/accounts/sessions.ts";
import { type SignIn, signIn } from "#src/accounts/sign-in.ts";
import { siteOf } from "#src/accounts/site.ts";
import { mailboxOf, useOwnCode } from "#src/accounts/use-code.ts";
import { askPasskey, usePasskey } from "#src/accounts/use-passkey.ts";
import { viewSession } from "#src/accounts/view-session.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { Refusal } from "#src/errors.ts";
import { limit } from "#src/limits/rates.ts";
import { canonicalEmail } from "#src/people/email.ts";
import { findPerson } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { languagesOf } from "#src/text/languages.ts";
import { deviceOf, networkOf } from "../api/address.ts";
import { type Api, acting, type Call, serviceOf } from "../api/api.ts";
import { limitConfirming, limitSignIn } from "../api/attempts.ts";
import { body, json, problems } from "../api/contract.ts";
import { endCookie, keepCookie, readCookie } from "../api/cookies.ts";
import { AskedPasskey, assertion, email, Session } from "./account-schemas.ts";
import { demoHere } from "./demo.ts";

const about = { tags: ["Session"] };
const code = z.strictObject({ id: z.uuid(), code: z.string().max(20) });
const link = z.strictObject({ id: z.uuid(), token: z.string().max(100) });
const passkey = z.strictObject({ id: z.uuid(), response: assertion });

const create = createRoute({
  ...about,
  method: "post",
  path: "/session",
  summary:
    "Sign in with a code or link from a letter, a passkey or an API key; or as a demo person",
  request: body(
    z.union([
      z.strictObject({ key: z.string().max(200) }),
      z.strictObject({ code }),
      z.strictObject({ link }),
      z.strictObject({ passkey }),
      z.strictObject({
        demo: z.uuid().openapi({ description: "On demo data: one of `GET /demo/people`" }),
      }),
    ]),
  ),
  responses: {
    201: { description: "Signed in; the session is in a cookie", ...json(Session) },
    ...problems(400, 401, 403, 409, 413, 415, 429),
  },
});
/** Where the person wants to go after signing in; an address of another site is ignored. */
const next = z.string().max(2000).optional();
const codes = createRoute({
  ...about,
  method: "post",
  path: "/session/codes",
  summary: "Ask for a code by mail; the answer is the same for every address",
  request: body(z.strictObject({ email, next })),
  responses: {
    202: { description: "Sent, if anybody has it", ...json(z.object({ id: z.uuid() })) },
    ...problems(400, 401, 403, 413, 415, 422, 429, 501),
  },
});
const passkeys = createRoute({
  ...about,
  method: "post",
  path: "/session/passkeys",
  summary: "What a browser asks of a passkey for signing in",
  responses: {
    201: { description: "To be answered within two minutes", ...json(AskedPasskey) },
    ...problems(400, 401, 403, 409, 413, 415, 429),
  },
});
const read = createRoute({
  ...about,
  method: "get",
  path: "/session",
  summary: "Who is acting, and for which party",
  responses: { 200: { description: "The person", ...json(Session) }, ...problems(401) },
});
const change = createRoute({
  ...about,
  method: "patch",
  path: "/session",
  summary: "Choose the language that one reads",
  request: body(z.strictObject({ language: z.enum(languagesOf("letters")) })),
  responses: {
    200: { description: "Remembered", ...json(Session) },
    ...problems(400, 401, 403, 413, 415),
  },
});
const end = createRoute({
  ...about,
  method: "delete",
  path: "/session",
  summary: "Sign out",
  responses: {
    204: { description: "Signed out; `Clear-Site-Data` tells a browser to forget this site" },
    ...problems(401, 403, 413, 415),
  },
});
const verifyPasskeys = createRoute({
  ...about,
  method: "post",
  path: "/session/verification/passkeys",
  summary: "What a browser asks of one's own passkeys, to confirm that it is oneself",
  responses: {
    201: { description: "To be answered within two minutes", ...json(AskedPasskey) },
    ...problems(400, 401, 403, 409, 413, 415, 429),
  },
});
const verifyCodes = createRoute({
  ...about,
  method: "post",
  path: "/session/verification/codes",
  summary: "Ask for a code to one's own address; for people who have no passkey",
  responses: {
    202: { description: "Sent", ...json(z.object({ id: z.uuid() })) },
    ...problems(400, 401, 403, 413, 415, 429, 501),
  },
});
const verify = createRoute({
  ...about,
  method: "post",
  path: "/session/verification",
  summary: "Confirm that it is oneself, for signing, publishing and the care of accounts",
  request: body(z.union([z.strictObject({ passkey }), z.strictObject({ code })])),
  responses: {
    201: { description: "Confirmed for five minutes; the cookie is a new one", ...json(Session) },
    ...problems(400, 401, 403, 409, 413, 415, 429),
  },
});

const site = (c: Call) => siteOf(c.get("ctx").publicUrl, c.req.url);

/** Routes for a person's session, and for opening one. */
export function session(api: Api): void {
  api.openapi(create, async (c) => {
    const given = c.req.valid("json") as SignIn;
    if ("demo" in given && !demoHere(c)) refuseDemo();
    const how = { device: deviceOf(c), site: () => site(c) };
    const { person, token, verifiedAt } = await limitSignIn(c, given, () =>
      signIn(serviceOf(c), given, how),
    );
    keepCookie(c, "session", token);
    const passkeys = await hasPasskey(serviceOf(c).db, person.id);
    return c.json(viewSession(serviceOf(c), person, { verifiedAt, passkeys }), 201);
  });
  api.openapi(codes, async (c) => {
    const { email: given, next } = c.req.valid("json");
    const email = canonicalEmail(given);
    const { limits } = c.get("ctx");
    const [mailbox, network] = [await mailboxOf(email), networkOf(c)];
    await limit(limits, "codes-from-address", network);
    await limit(limits, "codes-asked-here", `${mailbox} ${network}`);
    await limit(limits, "codes-asked", mailbox);
    return c.json(await requestCode(serviceOf(c), email, next), 202);
  });
  api.openapi(passkeys, async (c) => {
    await limit(c.get("ctx").limits, "challenges", `passkey ${networkOf(c)}`);
    const asked = { purpose: "sign-in", person: null } as const;
    return c.json((await askPasskey(serviceOf(c), asked, site(c))) as never, 201);
  });
  api.openapi(read, async (c) => c.json(viewOwn(c, acting(c)), 200));
  api.openapi(change, async (c) => {
    const { language } = c.req.valid("json");
    const person = await chooseLanguage(serviceOf(c), acting(c), language);
    return c.json(viewOwn(c, person), 200);
  });
  api.openapi(end, async (c) => {
    acting(c);
    // Ends it even if a key authenticates the request: a browser that signs out leaves no session open.
    const token = readCookie(c, "session");
    if (token) await endSessionByDigest(serviceOf(c).db, await sha256(token));
    endCookie(c, "session");
    endCookie(c, "sign-on");
    // Clears what the browser stored for this site, on disk and in the back/forward cache.
    c.header("Clear-Site-Data", '"cache", "storage"');
    return c.body(null, 204);
  });
  verification(api);
}

/** Outside a demonstration, refuses its request shape like any other malformed request. */
function refuseDemo(): never {
  throw new Refusal("malformed-request", "The request is not as the contract says.", {
    errors: [{ pointer: "/", detail: "Invalid input" }],
  });
}

function verification(api: Api): void {
  api.openapi(verifyPasskeys, async (c) => {
    const { person } = own(c);
    const asked = { purpose: "step-up", person: person.id } as const;
    return c.json((await askPasskey(serviceOf(c), asked, site(c))) as never, 201);
  });
  api.openapi(verifyCodes, async (c) => {
    const { person } = own(c);
    await refuseWithPasskey(c, person.id);
    await limit(c.get("ctx").limits, "own-codes", person.id);
    return c.json(await requestOwnCode(serviceOf(c), person), 202);
  });
  api.openapi(verify, async (c) => {
    const { person, digest } = own(c);
    const ctx = serviceOf(c);
    const given = c.req.valid("json");
    if ("code" in given) await refuseWithPasskey(c, person.id);
    const asked = { purpose: "step-up", person: person.id } as const;
    const passkey = await limitConfirming(c, person, async () => {
      if (!("code" in given))
        return (await usePasskey(ctx, asked, given.passkey as never, site(c))).passkey;
      await useOwnCode(ctx, person.id, given.code);
      return null;
    });
    const at = ctx.now();
    keepCookie(c, "session", await rotateSession(ctx.db, { digest, at, passkey }));
    const found = (await findPerson(ctx.db, person.id)) ?? person;
    const passkeys = await hasPasskey(ctx.db, person.id);
    return c.json(viewSession(ctx, found, { verifiedAt: at, passkeys }), 201);
  });
}

function viewOwn(c: Call, person: Person) {
  const proof = c.get("proof");
  const verifiedAt = proof?.via === "session" ? proof.verifiedAt : null;
  return viewSession(serviceOf(c), person, { verifiedAt, passkeys: proof?.passkeys ?? false });
}

/** The person's own session. An API key has none to confirm; a session opened by a key proves no more than the key. */
function own(c: Call) {
  const person = acting(c);
  const proof = c.get("proof");
  if (proof?.via === "session" && proof.openedBy === null) return { person, digest: proof.digest };
  throw new Refusal(
    "forbidden",
    "An API key cannot be confirmed, nor a session opened by one. Sign in by yourself.",
  );
}

/** A letter proves less than a passkey, so people who have a passkey must use it. */
async function refuseWithPasskey(c: Call, person: string): Promise<void> {
  if (!(await hasPasskey(serviceOf(c).db, person))) return;
  throw new Refusal("forbidden", "Confirm with your passkey.");
}
