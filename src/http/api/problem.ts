import { HTTPException } from "hono/http-exception";
import { Refusal, type RefusalCode } from "#src/errors.ts";
import type { LanguageOf } from "#src/text/languages.ts";
import { nameParties } from "#src/text/name-parties.ts";
import { partyName } from "#src/text/party-name.ts";
import { problemTitle, problemWords } from "#src/text/problem-words.ts";
import { basisWords } from "#src/text/relation-words.ts";
import { basisOfCondition } from "#workflows/basis.ts";
import type { ConditionName } from "#workflows/conditions.ts";
import type { Call } from "./api.ts";
import { chooseLanguage } from "./choose-language.ts";
import { databaseRefusal } from "./database-refusal.ts";
import { statuses } from "./statuses.ts";

/**
 * Answers an error that a route threw, in the reader's language. A Refusal becomes its problem; a fault becomes 500 or
 * 503 without internals. English uses the thrown sentence; other languages explain the code.
 */
export function answerProblem(error: Error, c: Call): Response {
  const language = chooseLanguage(c);
  const refusal = asRefusal(error);
  const { request: requestId } = c.get("ctx").origin;
  const name = requestId !== null && { requestId };
  c.set("problem", refusal?.code ?? "internal");
  if (!refusal) {
    const detail = problemWords("internal", language);
    return problem(500, language, { code: "internal", detail, ...name });
  }
  const { code, message, extra } = refusal;
  const { retryAfter, allow, names = {}, ...rest } = extra;
  const sentence = language === "en" ? message : problemWords(code, language);
  const detail = nameParties(sentence, rest.parties ?? [], language, (code) =>
    partyName({ code, ...(names[code] && { name: names[code] }) }, language),
  );
  const [guard] = rest.failedGuards ?? [];
  const basis = guard && {
    basis: basisWords(basisOfCondition(guard as ConditionName, null), language),
  };
  const answer = problem(statuses[code], language, { code, detail, ...name, ...rest, ...basis });
  if (retryAfter !== undefined) answer.headers.set("Retry-After", String(retryAfter));
  if (allow) answer.headers.set("Allow", allow.join(", "));
  // Only unencoded content can be sent (RFC 9110, 12.5.3 and 15.5.16).
  if (code === "unsupported-encoding") answer.headers.set("Accept-Encoding", "identity");
  return answer;
}

function asRefusal(error: Error): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException && error.status < 500) {
    const code = error.status === 415 ? "unsupported-media-type" : "malformed-request";
    return new Refusal(code, "The request is not as the contract says.");
  }
  return databaseRefusal(error);
}

type Said = { code: RefusalCode | "internal"; detail: string } & Record<string, unknown>;

function problem(
  status: number,
  language: LanguageOf<"letters">,
  { code, detail, ...rest }: Said,
): Response {
  const title = problemTitle(code, language);
  const body = { type: `urn:depositary:problem:${code}`, title, status, detail, ...rest };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Content-Language": language,
      Vary: "Accept-Language",
    },
  });
}
