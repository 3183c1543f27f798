import { z } from "@hono/zod-openapi";
import { isByKey, isFresh } from "#src/accounts/proof.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import type { RequestKey } from "#src/db/idempotency.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import { canonicalTag, notATag, tagPattern } from "#src/text/languages.ts";
import type { Call } from "./api.ts";
import { Problem } from "./problem-schema.ts";

const meanings: Record<number, string> = {
  400: "The request is not as the contract says",
  401: "Nobody has signed in, or the key or session is not known",
  403: "The person's role lacks this act, or another site sent the request",
  404: "Not there, or not for this person to see",
  409: "The stage or the law does not allow it now",
  412: "The agreement, text or original has changed since",
  413: "The body is too large",
  415: "Another media type, charset or encoding is needed",
  422: "Understood, but its meaning cannot be taken",
  428: "If-Match is missing",
  429: "Too many requests",
  501: "Cannot be done at the edge",
  502: "The stored bytes are not the ones on record",
  503: "The service cannot answer now",
};

/** The declared problems of a route. The contract names every status that a route can answer with. */
export function problems(...statuses: number[]) {
  return Object.fromEntries(
    [...new Set([...statuses, 503])].map((status) => [
      status,
      {
        description: meanings[status] ?? "A problem",
        content: { "application/problem+json": { schema: Problem } },
      },
    ]),
  );
}

/** A JSON body or answer, as a route declares it. */
export const json = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { "application/json": { schema } },
});
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, ...json(schema) },
});

export const language = z
  .string()
  .overwrite(canonicalTag)
  .regex(tagPattern, notATag)
  .openapi({ example: "sr-Cyrl", description: "BCP 47, without extensions" });
export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: "sha-256, lower-case hex" });
export const partyCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,15}$/)
  .openapi({ example: "KZ", description: "ISO 3166 code, or an organisation's short name" });
export const worded = z
  .record(language, z.string().min(1).max(500))
  .openapi({ example: { en: "Memorandum of Understanding" } });
/** A civil date in the instrument's zone. */
export { day } from "#src/text/day.ts";

export const line = z.string().trim().min(1).max(500);
/** The number of a notification as it is written. */
export const notificationNumber = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{0,11}\.[1-9]\d{0,6}\.\d{4}$/)
  .openapi({ description: "The number as it is written", example: "DN.12.2027" });

export const reason = z.string().trim().min(1).max(4000);
export const whyNow = reason.openapi({
  description:
    "Why it is recorded now. Needed, with a file, for a day more than 14 days ago: a second officer then confirms",
});
export const signingAct = z.enum(["definitive", "ad-referendum", "subject-to-ratification"]);
export const reservation = z.strictObject({
  kind: z.enum(["reservation", "declaration"]),
  language,
  text: reason,
  articles: z.array(z.int().min(1).max(1000)).max(100).default([]),
});
export const reservations = z.array(reservation).max(50);
export const byId = z.object({ id: z.uuid() });

export const Done = z
  .object({
    id: z.uuid(),
    version: z.int(),
    stage: z.string(),
    proposal: z.uuid().optional().openapi({
      description: "The act waits for a second officer under this id; nothing has happened in law",
    }),
  })
  .openapi("Done", { description: "The agreement after the act; its version is the new ETag" });

export const ifMatch = z.object({
  "if-match": z.string().optional().openapi({ description: 'The version seen: `"7"`' }),
});
export const idempotencyKey = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional()
    .openapi({ description: "The same key and body get the same answer and are done once" }),
});

/** The version in If-Match; null if there is none. Throws a Refusal for anything but one version. */
export function versionSeen(c: Call): number | null {
  const header = c.req.header("If-Match");
  if (header === undefined) return null;
  // The tag of an agreement is its version and a digest of its view.
  const match = header.match(/^"(\d{1,9})(?:-[0-9a-f]{32})?"$/);
  if (!match) {
    throw new Refusal("malformed-request", 'If-Match is not a version such as "7".', {
      errors: [{ pointer: "/if-match", detail: 'is not a version such as "7"' }],
    });
  }
  return Number(match[1]);
}

/** The idempotency key with a fingerprint of the body; null if the sender gave none. */
export async function requestKey(c: Call, person: Person): Promise<RequestKey | null> {
  const key = c.req.header("Idempotency-Key");
  if (key === undefined) return null;
  const body = c.req.raw.body ? await c.req.text() : "";
  const route = `${c.req.method} ${c.req.path}`;
  return { person: person.id, route, key, fingerprint: await sha256(body) };
}

/** The common input of every act's verb. */
export async function asked(c: Call, agreement: string, person: Person) {
  const proof = c.get("proof");
  return {
    agreement,
    person,
    version: versionSeen(c),
    request: await requestKey(c, person),
    fresh: isFresh(proof, c.get("ctx").now()),
    byKey: isByKey(proof),
  };
}
