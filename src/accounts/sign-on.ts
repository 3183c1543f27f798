import * as oauth from "oauth4webapi";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Provider } from "#src/config/single-sign-on.ts";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { orderLetter } from "#src/outbox/order-letter.ts";
import { canonicalEmail } from "#src/people/email.ts";
import { findByEmail, holdActing } from "#src/people/find.ts";
import { newToken } from "#src/people/token.ts";
import type { Shown } from "./enter.ts";
import { recordEvent } from "./record-event.ts";

const lifetime = 10 * 60 * 1000;

/** The provider's address for the browser, and the secret that binds the answer to that browser. */
export async function beginSignOn(
  ctx: Context,
  provider: Provider,
  redirectUri: string,
): Promise<{ location: string; browser: string }> {
  const server = await discover(provider);
  const state = newToken();
  const nonce = newToken();
  const verifier = oauth.generateRandomCodeVerifier();
  const browser = newToken();
  await ctx.db
    .insertInto("sign_ons")
    .values({
      state_digest: await sha256(state),
      nonce,
      verifier,
      browser_digest: await sha256(browser),
      expires_at: new Date(ctx.now().getTime() + lifetime),
      used_at: null,
    })
    .execute();
  const location = new URL(server.authorization_endpoint ?? "");
  const parameters = {
    client_id: provider.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid email",
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
  return { location: location.href, browser };
}

/**
 * Completes a sign-on with the provider's answer and returns whose it is. Issuer and subject identify an identity. At
 * first use it is joined to the person whose address the provider says it has verified.
 */
export async function endSignOn(
  ctx: Context,
  provider: Provider,
  { url, browser, redirectUri }: { url: URL; browser: string; redirectUri: string },
): Promise<Shown> {
  const state = url.searchParams.get("state") ?? "";
  const begun = await ctx.db
    .updateTable("sign_ons")
    .set({ used_at: ctx.now() })
    .where("state_digest", "=", await sha256(state))
    .where("browser_digest", "=", await sha256(browser))
    .where("used_at", "is", null)
    .where("expires_at", ">", ctx.now())
    .returning(["nonce", "verifier"])
    .executeTakeFirst();
  if (!begun) throw refused();
  const server = await discover(provider);
  const client: oauth.Client = { client_id: provider.clientId };
  const claims = await redeem(provider, server, client, { url, state, redirectUri, ...begun });
  const person = await personOf(ctx, claims);
  const stands = async (tx: Tx) => (await joined(tx, claims)) === person;
  return { person, method: "single-sign-on", verified: false, stands };
}

type Answered = { url: URL; state: string; redirectUri: string; nonce: string; verifier: string };

async function redeem(
  provider: Provider,
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  { url, state, redirectUri, nonce, verifier }: Answered,
): Promise<oauth.IDToken> {
  try {
    const answer = oauth.validateAuthResponse(server, client, url, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretPost(provider.clientSecret),
      answer,
      redirectUri,
      verifier,
      options(provider),
    );
    const result = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, options(provider));
    const claims = oauth.getValidatedIdTokenClaims(result);
    if (!claims) throw refused();
    return claims;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refused();
  }
}

async function personOf(ctx: Context, claims: oauth.IDToken): Promise<string> {
  const { iss: issuer, sub: subject, email, email_verified: verified } = claims;
  const known = await joined(ctx.db, claims);
  if (known !== null) return known;
  const address = claimed(email);
  const person = verified === true ? await findByEmail(ctx.db, address) : null;
  if (!person) throw refused();
  const at = ctx.now();
  await ctx.db.transaction().execute(async (tx) => {
    // The address may have changed since; its former holder must not join the identity.
    if ((await holdActing(tx, person.id))?.email.toLowerCase() !== address) throw refused();
    await tx
      .insertInto("identities")
      .values({ issuer, subject, person: person.id, created_at: at })
      .execute();
    const event = { at, actor: person.id, person: person.id, event: "identity-joined" } as const;
    await recordEvent(tx, { ...event, detail: { issuer, subject }, logged: { issuer } });
    const letter = { name: "sign-on-joined", values: { issuer } } as const;
    await orderLetter(tx, { ...letter, person: person.id, at, origin: ctx.origin });
  });
  return person.id;
}

/** The person that the identity is joined to, or null. */
async function joined(
  db: Db | Tx,
  { iss, sub }: Pick<oauth.IDToken, "iss" | "sub">,
): Promise<string | null> {
  const row = await db
    .selectFrom("identities")
    .select("person")
    .where("issuer", "=", iss)
    .where("subject", "=", sub)
    .executeTakeFirst();
  return row?.person ?? null;
}

/** The canonical address; "" for one that cannot be valid here, so that it matches no one. */
function claimed(email: unknown): string {
  try {
    return canonicalEmail(String(email ?? ""));
  } catch {
    return "";
  }
}

async function discover(provider: Provider): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(provider.issuer);
  try {
    const response = await oauth.discoveryRequest(issuer, options(provider));
    return await oauth.processDiscoveryResponse(issuer, response);
  } catch {
    throw new Refusal("unavailable", "The identity provider does not answer. Try again.", {
      retryAfter: 10,
    });
  }
}

function options({ insecure }: Provider) {
  return { signal: AbortSignal.timeout(10_000), [oauth.allowInsecureRequests]: insecure };
}

function refused(): Refusal {
  return new Refusal("unauthenticated", "The sign-in was not accepted. Begin again.");
}
