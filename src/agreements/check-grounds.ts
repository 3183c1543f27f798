import { Refusal } from "#src/errors.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { type Act, rowOf } from "#workflows/acts.ts";
import { datesBack } from "#workflows/second-person.ts";
import type { Command, Scene } from "./scene.ts";

/** Throws the Refusal `reason-missing` if there is no reason for the second person to read. */
export function checkReason({ reason }: Record<string, unknown>): void {
  if (!reason) throw lacking("reason-missing", "/reason");
}

/**
 * Throws a Refusal if the document that the act needs is not attached, nor scanned at the desk. The code is `notice-document-missing` for any
 * withdrawal (VCLT article 67(2)), or `document-missing` for a day that an officer dates back.
 */
export function checkDocument(
  { today }: Pick<Scene, "today">,
  { person, detail = {}, again }: Pick<Command, "person" | "detail" | "again">,
  act: Act,
): void {
  const file = detail.file ?? detail.scan ?? detail.papers ?? again?.given.file;
  if (file || person.roles.includes("service")) return;
  const { document } = rowOf(act.type).needs;
  if (document === "always") throw lacking("notice-document-missing", "/file");
  if (document === "dates-back" && person.party === null && datesBack(act, today)) {
    throw lacking("document-missing", "/file");
  }
}

type Lacking = "reason-missing" | "document-missing" | "notice-document-missing";

function lacking(code: Lacking, pointer: string): Refusal {
  const errors = [{ pointer, detail: "is missing" }];
  return new Refusal(code, problemWords(code, "en"), { errors });
}
