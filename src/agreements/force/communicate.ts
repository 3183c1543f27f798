import type { Context } from "#src/context.ts";
import { checkText } from "#src/text/policy.ts";
import type { communicationKinds } from "#workflows/communications.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { type NewStatement, partsOf } from "./statement-parts.ts";

export type Communication = NewStatement & {
  kind: (typeof communicationKinds)[number];
  /** The State or organisation whose act or position it is about. */
  concerning?: string | undefined;
  /** What it is about, such as the number of a notification. */
  subject?: string | undefined;
  language: string;
  text: string;
};

/**
 * A State communicates something about the instrument or about another's act: that it does not recognise it, disputes
 * it, or a position of its own. It is circulated in the State's own words, and the depositary does not judge it (VCLT
 * articles 77(1)(e), 77(2) and 78). It has no effect on who is bound, and by what.
 */
export function communicate(ctx: Context, asked: Asked, given: Communication): Promise<Done> {
  const { kind, language, file, concerning = null } = given;
  const { by, more } = partsOf(asked, given);
  const text = checkText(given.text, { kind: "body", language, pointer: "/text" });
  const subject =
    given.subject && checkText(given.subject, { kind: "body", language, pointer: "/subject" });
  return recordPartyAct(
    ctx,
    { ...asked, again: { verb: "communicate", given: { ...given, party: by.party }, day: "on" } },
    { type: "communicate", ...by, concerning },
    {
      communication: kind,
      language,
      text,
      ...(concerning && { concerning }),
      ...(subject && { subject }),
      ...more,
    },
    async (scene) => {
      if (file) await nameFile(scene, file);
      return undefined;
    },
  );
}
