import type { Context } from "#src/context.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { checkText } from "#src/text/policy.ts";
import { addDays } from "#workflows/civil-date.ts";
import type { Asked, Done } from "../act.ts";
import { nameFile } from "../name-file.ts";
import { recordPartyAct } from "../record-party-act.ts";
import { type NewStatement, partsOf } from "./statement-parts.ts";

export type TerritorialDeclaration = NewStatement & {
  effect: "extension" | "exclusion" | "withdrawal";
  /** The territories, as the State writes them. */
  territories: string[];
  language: string;
  text?: string | undefined;
};

/**
 * A party declares to which of its territories the instrument extends or does not, or withdraws that for some (VCLT
 * article 29). It has effect from its receipt, or the text's days after it. The names are the State's: the depositary
 * judges nothing.
 */
export function declareTerritory(
  ctx: Context,
  asked: Asked,
  given: TerritorialDeclaration,
): Promise<Done> {
  const { effect, language, file } = given;
  const { by, more } = partsOf(asked, given);
  const territories = [
    ...new Set(
      given.territories.map((name, index) => checkNamed(name, language, `/territories/${index}`)),
    ),
  ];
  const text = given.text && checkText(given.text, { kind: "body", language });
  return recordPartyAct(
    ctx,
    {
      ...asked,
      again: { verb: "declareTerritory", given: { ...given, party: by.party }, day: "on" },
    },
    { type: "declare-territory", ...by, territorial: effect, territories },
    { effect, territories, language, ...(text && { text }), ...more },
    async (scene) => {
      if (file) await nameFile(scene, file);
      const received = by.on === "today" ? scene.today : by.on;
      const { delayDays = 0 } = scene.facts.terms.territories ?? {};
      return { takesEffectOn: addDays(received, delayDays) };
    },
  );
}
