import type { RefusalCode } from "#src/errors.ts";
import { derivationWords } from "#src/text/derivation.ts";
import { nameParties } from "#src/text/name-parties.ts";
import type { Named } from "#src/text/party-forms.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { failureOf } from "#workflows/conditions/failures.ts";
import type { Consequence } from "#workflows/consequence.ts";

/** A consequence in the reader's language: what blocks it, and the derivation of its days. */
export type ForeseenConsequence = Omit<Consequence, "refusedBy"> & {
  refusedBy: { guard: string; detail: string }[];
  reasons: string[];
};

type Reader = {
  /** The parties that the refusal of a condition names. */
  concerned: (guard: Consequence["refusedBy"][number]) => string[];
  language: string;
  nameOf: (code: string) => Named;
};

/** Puts a consequence into words. */
export function consequenceWords(
  found: Consequence,
  { concerned, language, nameOf }: Reader,
): ForeseenConsequence {
  return {
    ...found,
    refusedBy: found.refusedBy.map((guard) => ({
      guard,
      detail: nameParties(
        problemWords(codeOf(guard), language),
        concerned(guard),
        language,
        (code) => nameOf(code).name,
      ),
    })),
    reasons: derivationWords(found.derivation, language, nameOf),
  };
}

function codeOf(refusal: Consequence["refusedBy"][number]): RefusalCode {
  return refusal === "wrong-stage" || refusal === "wrong-standing" ? refusal : failureOf(refusal);
}
