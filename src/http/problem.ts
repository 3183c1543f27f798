import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { allRefusalCodes, Refusal } from "#src/errors.ts";
import { type ProblemLanguage, problemWords } from "#src/text/problem-words.ts";
import type { Call } from "./api.ts";
import { chooseLanguage } from "./choose-language.ts";
import { statuses } from "./statuses.ts";
/** The one table of status codes. */
export const statuses = {
  "malformed-request": 400,
  "body-too-deep": 400,
  unauthenticated: 401,
  "step-up-required": 401,
  forbidden: 403,
  "cross-site-request": 403,
  "not-found": 404,
  "wrong-stage": 409,
  "wrong-standing": 409,
  "key-in-progress": 409,
  "job-has-not-failed": 409,
  "too-many-filters": 409,
  "address-in-use": 409,
  "last-secretary": 409,
  "already-exists": 409,
  "open-brackets": 409,
  "title-of-another-text": 409,
  "stale-version": 412,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  "invalid-text": 422,
  "unprintable-character": 422,
  "missing-text": 422,
  "invalid-template": 422,
  "invalid-variables": 422,
  "invalid-source": 422,
  "invalid-pdf": 422,
  "key-reused": 422,
  "version-required": 428,
  "too-many-requests": 429,
  "integrity-error": 502,
  unavailable: 503,
  "not-at-the-edge": 501,
  "signature-in-preparation": 409,
  "preparation-is-over": 409,
  "preparation-was-used": 409,
  "signature-over-another-digest": 422,
  "signature-of-another-certificate": 422,
  "signature-does-not-hold": 422,
  "signature-is-no-pades": 422,
  "certificate-is-weak": 422,
  "certificate-is-revoked": 422,
  "certificate-is-not-valid": 422,
  "certificate-is-not-trusted": 422,
  "certificate-is-for-another-use": 422,
  "every-language-has-its-text": 409,
  "text-changed-since-circulation": 409,
  "language-is-authentic": 422,
  "party-takes-part": 422,
  "digest-is-current": 412,
  "party-has-not-approved": 409,
  "every-party-approved": 409,
  "one-language": 409,
  "certifier-did-not-draft": 403,
  "language-is-not-certified": 409,
  "every-language-certified": 409,
  "signatories-designated": 409,
  "officer-has-not-authenticated": 409,
  "second-officer-authenticates": 409,
  "original-is-not-typeset": 409,
  "original-typeset": 409,
  "officer-has-not-opened": 409,
  "second-officer-opens": 409,
  "same-plan-as-proposed": 409,
  "window-is-open": 409,
  "window-has-closed": 409,
  "designated-signatory": 403,
  "original-is-the-one-shown": 412,
  "party-has-not-signed": 409,
  "every-party-signed": 409,
  "two-parties-remain": 422,
  "party-has-signed": 409,
  "party-has-not-agreed-to-withdrawal": 409,
  "no-consent-stands": 409,
  "officer-has-not-withdrawn": 409,
  "second-officer-withdraws": 409,
  "plan-fits-the-parties": 422,
  "authenticated-by-initials": 409,
  "authenticated-by-officers": 409,
  "signature-authenticates": 409,
  "party-has-not-initialled": 409,
  "every-party-initialled": 409,
  "round-is-over": 409,
  "office-is-of-a-state": 422,
  "credentials-were-presented": 422,
  "credentials-are-not-void": 409,
  "credentials-are-not-verified": 409,
  "verifier-did-not-present": 403,
  "person-has-not-verified": 409,
  "second-person-verifies": 409,
  "credentials-are-ex-officio": 409,
  "authority-to-authenticate": 403,
  "authority-to-sign": 403,
  "authority-is-not-withdrawn": 403,
  "signature-is-cleared": 409,
  "signature-is-not-cleared": 409,
  "party-is-verified": 409,
  "party-is-exempt": 409,
  "party-presented-credentials": 409,
  "party-is-next-to-sign": 409,
  "signing-act-is-foreseen": 422,
  "signs-definitively": 409,
  "signs-ad-referendum": 409,
  "signs-subject-to-ratification": 409,
  "signature-binds": 409,
  "was-signed-ad-referendum": 409,
  "was-signed-subject-to-ratification": 409,
  "quorum-is-reached": 409,
  "party-is-not-needed": 409,
  "first-officer-recorded": 409,
  "officer-has-not-recorded": 409,
  "same-signature-as-recorded": 409,
  "accession-is-foreseen": 409,
  "notification-is-foreseen": 409,
  "completion-is-not-notified": 409,
  "provisional-application-is-foreseen": 409,
  "party-applies-provisionally": 409,
  "party-does-not-apply-yet": 409,
  "nobody-else-applies": 409,
  "dates-are-derived": 422,
  "dates-are-new": 409,
  "instrument-is-due": 409,
  "party-is-due": 409,
  "reservations-are-permitted": 422,
  "reservation-is-the-partys": 403,
  "reservation-is-unconfirmed": 409,
  "reservation-stands": 409,
  "reservation-is-anothers": 422,
  "reservation-is-not-answered": 409,
  "time-to-object-runs": 409,
  "notice-takes-effect-later": 409,
  "notice-is-due": 409,
  "fewer-than-two-remain": 409,
  "party-has-not-agreed-to-suspension": 409,
  "party-has-not-agreed-to-termination": 409,
  "every-party-agreed-to-suspension": 409,
  "every-party-agreed-to-termination": 409,
  "duration-is-fixed": 409,
  "period-is-over": 409,
  "renewed-for-one-period": 422,
  "time-to-object-to-correction-is-over": 409,
  "copy-is-intact": 409,
  "registrable-with-the-un": 409,
  "in-force-between-two": 409,
} satisfies Record<RefusalCode, ContentfulStatusCode>;

const fault = z.object({
  detail: z.string(),
  pointer: z.string().optional(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});

export const Problem = z
  .object({
    type: z.string().openapi({ example: "urn:depositary:problem:stale-version" }),
    title: z.enum([...allRefusalCodes, "internal"]),
    status: z.int(),
    detail: z
      .string()
      .openapi({ description: "One sentence, in the language that Content-Language names" }),
    errors: z.array(fault).optional(),
    failedGuards: z.array(z.string()).optional(),
    allowedActs: z.array(z.string()).optional(),
  })
  .openapi("Problem", { description: "RFC 9457 problem details" });

/**
 * Answers whatever a route threw, in the reader's language: a Refusal as its problem, a fault as 500 or 503
 * without its inside. English keeps the sentence that was thrown; the other languages say what its code means.
 */
export function answerProblem(error: Error, c: Call): Response {
  const language = chooseLanguage(c);
  const refusal = asRefusal(error);
  if (!refusal) {
    console.error(JSON.stringify({ level: "error", path: c.req.path, error: error.stack }));
    return problem(500, language, { code: "internal", detail: problemWords("internal", language) });
  }
  const { code, message, extra } = refusal;
  const { retryAfter, ...rest } = extra;
  const detail = language === "en" ? message : problemWords(code, language);
  return problem(statuses[code], language, { code, detail, ...rest }, retryAfter);
}

function asRefusal(error: Error): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException && error.status === 400) {
    return new Refusal("malformed-request", "The request is not as the contract says.");
  }
  if (isDatabaseAway(error)) {
    return new Refusal("unavailable", "The database does not answer. Try again.", {
      retryAfter: 2,
    });
  }
  return null;
}

/**
 * Connection errors of the driver, PostgreSQL's classes 08, 53 and 57 (shutting down, too many), and 58000,
 * with which Hyperdrive says that it has no connection to give.
 */
function isDatabaseAway(error: Error): boolean {
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(08|53|57|58000)/.test(code) ||
    ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection attempt failed|Network connection lost/.test(
      error.message,
    )
  );
}

type Said = { code: string; detail: string } & Record<string, unknown>;

function problem(
  status: number,
  language: ProblemLanguage,
  { code, detail, ...rest }: Said,
  retryAfter?: number,
): Response {
  const body = { type: `urn:depositary:problem:${code}`, title: code, status, detail, ...rest };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Content-Language": language,
      Vary: "Accept-Language",
      ...(retryAfter !== undefined && { "Retry-After": String(retryAfter) }),
    },
  });
}
