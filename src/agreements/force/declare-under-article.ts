import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { malformed } from "./instrument-form.ts";
import { type NewStatement, partsOf } from "./statement-parts.ts";

export type UnderArticle = NewStatement & {
  article: number;
  change: "made" | "changed" | "withdrawn";
  language: string;
  /** The words of the declaration. A withdrawal needs none. */
  text?: string | undefined;
};

/**
 * A party makes, changes or withdraws a declaration that an article of the text requires or permits, such as the
 * acceptance of a court's jurisdiction. It is neither a reservation nor an interpretation (VCLT article 17).
 */
export function declareUnderArticle(
  ctx: Context,
  asked: Asked,
  given: UnderArticle,
): Promise<Done> {
  const { article, change, language, file } = given;
  if (change !== "withdrawn" && !given.text) throw malformed("/text", "is needed");
  const { by, more } = partsOf(asked, given);
  const text = given.text && checkText(given.text, { kind: "body", language, pointer: "/text" });
  return recordPartyAct(
    ctx,
    {
      ...asked,
      again: { verb: "declareUnderArticle", given: { ...given, party: by.party }, day: "on" },
    },
    { type: "declare-under-article", ...by, article, change },
    { id: ctx.id(), article, change, language, ...(text && { text }), ...more },
    async (scene) => {
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}
