import { Refusal } from "#src/errors.ts";
import { checkNamed } from "#src/text/check-names.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { isBodyOfState } from "#workflows/party-kinds.ts";
import type { CivilDate } from "#workflows/terms.ts";
import type { Scene } from "../scene.ts";

/** Offices that can sign an instrument of consent for a State without full powers, and that of an organisation. */
export const instrumentOffices = [
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "executive-head",
  "full-powers",
] as const;
export type InstrumentOffice = (typeof instrumentOffices)[number];

/** What every instrument says about itself. */
export type SignedInstrument = {
  party: string;
  signedBy: string;
  /** The day on which the depositary received it. */
  on: CivilDate;
  /** By which office it was signed, or by full powers for this act (VCLT article 7 as practice applies it). */
  authority?: InstrumentOffice | undefined;
  /** Who issued the full powers, and when. Needed if they are its authority. */
  fullPowers?: string | undefined;
  /** The date that the instrument bears. */
  dated?: CivilDate | undefined;
};

/** Checks the parts of an instrument that need no record. Full powers say who issued them (VCLT article 7(1)(a)). */
export function checkForm(
  { authority, fullPowers, dated, on }: SignedInstrument,
  language: string,
) {
  if ((authority === "full-powers") !== (fullPowers !== undefined)) {
    const detail = authority === "full-powers" ? "is needed" : "belongs to full powers only";
    throw malformed("/fullPowers", detail);
  }
  if (dated && dated > on) {
    throw new Refusal("days-out-of-order", problemWords("days-out-of-order", "en"), {
      errors: [{ pointer: "/dated", detail: `lies after ${on}` }],
    });
  }
  return {
    ...(authority && { authority }),
    ...(fullPowers && { fullPowers: checkNamed(fullPowers, language, "/fullPowers") }),
    ...(dated && { dated }),
  };
}

/** Checks the office against the kind of party, and the instrument's own date against the opening for signature. */
export function checkInstrument(
  { facts }: Pick<Scene, "facts">,
  { party, authority, dated }: SignedInstrument,
): void {
  const known = facts.parties.includes(party);
  // A ministry or agency is a body of its State, for which the State's offices speak.
  const isState = facts.states.includes(party) || isBodyOfState(facts.kinds[party]);
  if (known && authority === "executive-head" && isState) {
    throw malformed("/authority", "is an office of organisations");
  }
  if (known && authority && !isState && !["executive-head", "full-powers"].includes(authority)) {
    throw malformed("/authority", "is an office of States");
  }
  if (dated && facts.openedOn !== null && dated < facts.openedOn) {
    throw new Refusal("act-impossible-then", problemWords("act-impossible-then", "en"), {
      errors: [{ pointer: "/dated", detail: `${dated} lies before ${facts.openedOn}` }],
    });
  }
}

/** An instrument that is not in due form, with the field at fault. */
export function malformed(pointer: string, detail: string): Refusal {
  return new Refusal("malformed-request", "The instrument is not in due form.", {
    errors: [{ pointer, detail }],
  });
}
