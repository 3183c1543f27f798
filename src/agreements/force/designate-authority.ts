import type { Context } from "#src/context.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { type NewStatement, partsOf } from "./statement-parts.ts";

export type Authority = NewStatement & {
  article: number;
  language: string;
  name: string;
  address: string;
  /** Telephone, electronic address or page. */
  contact: string;
  /** From when it is competent; the day of receipt if absent. */
  from?: CivilDate | undefined;
};

/**
 * A party designates the authority that an article of the text asks for. The last one designated under an article is
 * the competent one; those before it stay on record.
 */
export function designateAuthority(ctx: Context, asked: Asked, given: Authority): Promise<Done> {
  const { article, language, file, from } = given;
  const { by, more } = partsOf(asked, given);
  const body = (text: string, pointer: string) =>
    checkText(text, { kind: "body", language, pointer });
  const said = {
    name: checkNamed(given.name, language, "/name"),
    address: body(given.address, "/address"),
    contact: body(given.contact, "/contact"),
  };
  return recordPartyAct(
    ctx,
    {
      ...asked,
      again: { verb: "designateAuthority", given: { ...given, party: by.party }, day: "on" },
    },
    { type: "designate-authority", ...by, article },
    { id: ctx.id(), article, language, ...said, ...more },
    async (scene) => {
      if (file) await nameFile(scene, file);
      return { from: from ?? (by.on === "today" ? scene.today : by.on) };
    },
  );
}
