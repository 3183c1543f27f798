import type { Context } from "#src/context.ts";
import type { CorrectedPlace, RightText } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { addDays } from "#workflows/civil-date.ts";
import type { SomeTerms, Terms } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import type { Scene } from "../scene.ts";
import { aroundOf } from "../text/around-of.ts";
import { checkTerms } from "../text/check-terms.ts";
import { readTexts, type VersionText } from "../text/read-source.ts";
import { checkPlaces } from "./check-places.ts";
import { placesCorrected } from "./made-corrections.ts";

/** What a correction proposes: other words, other terms, or both. */
export type ProposedCorrection = {
  /** An error (VCLT article 79(1)), or a lack of concordance between the authentic texts (79(3)). */
  ground: "error" | "concordance";
  reason: string;
  changes: CorrectedPlace[];
  /** The authentic texts without a change, and why each is right as it is. */
  right: RightText[];
  /** The terms on record that are wrong, as the parties had agreed them. */
  terms?: SomeTerms | undefined;
};

/**
 * Proposes to the signatory and contracting States a correction of the authentic text, or of the terms on record, with
 * time to object (VCLT article 79). Each change names one place, and each authentic text has a change or is named as
 * right. Terms that cannot hold together are refused.
 */
export function proposeCorrection(
  ctx: Context,
  asked: Asked,
  given: ProposedCorrection,
): Promise<Done> {
  const { person } = asked;
  const id = ctx.id();
  const { ground, terms } = given;
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  const changes = given.changes.map((one) => ({
    ...one,
    found: checkText(one.found, { kind: "body", language: one.language }),
    corrected: checkText(one.corrected, { kind: "body", language: one.language }),
  }));
  const right = given.right.map((one) => ({
    ...one,
    reason: checkText(one.reason, { kind: "body", language: person.language }),
  }));
  const detail = { correction: id, ground, reason, changes, right, ...(terms && { terms }) };
  return act(
    ctx,
    { ...asked, act: { type: "propose-correction", by: person.id }, detail },
    async ({ tx, writes, agreement, facts, at, today }) => {
      checkLanguages(facts.languages, { ground, changes, right });
      const texts = await readTexts(tx, agreement.id, agreement.text_version);
      const earlier = await placesCorrected(tx, agreement.id);
      checkPlaces(texts, earlier, changes, aroundOf(agreement));
      if (terms) checkCorrected({ agreement, facts }, texts, terms, person.language);
      writes.push(
        tx.insertInto("corrections").values({
          id,
          agreement: agreement.id,
          person: person.id,
          ground,
          reason,
          changes: JSON.stringify(changes),
          right_texts: JSON.stringify(right),
          terms: terms ? JSON.stringify(terms) : null,
          until: addDays(today, facts.terms.objectionDays),
          at,
        }),
      );
      return undefined;
    },
  );
}

/**
 * Checks that each authentic text is corrected or named as right, and not both. A lack of concordance needs one of each
 * (VCLT article 79(3)).
 */
function checkLanguages(
  authentic: string[],
  { ground, changes, right }: Pick<ProposedCorrection, "ground" | "changes" | "right">,
): void {
  for (const [field, list] of [
    ["changes", changes],
    ["right", right],
  ] as const) {
    for (const [index, { language }] of list.entries()) {
      if (authentic.includes(language)) continue;
      throw new Refusal("language-not-authentic", "The agreement is not made in this language.", {
        errors: [{ pointer: `/${field}/${index}/language`, detail: "is not authentic" }],
      });
    }
  }
  const changed = new Set(changes.map(({ language }) => language));
  for (const [index, { language }] of right.entries()) {
    const twice = right.findIndex((one) => one.language === language) !== index;
    if (!changed.has(language) && !twice) continue;
    throw new Refusal(
      "malformed-request",
      "A text is corrected or right, and said to be so once.",
      {
        errors: [{ pointer: `/right/${index}/language`, detail: "is named already" }],
      },
    );
  }
  const named = [...changed, ...right.map(({ language }) => language)];
  const missing = changes.length > 0 ? authentic.filter((tag) => !named.includes(tag)) : [];
  if (missing.length > 0) {
    throw new Refusal(
      "language-not-accounted-for",
      problemWords("language-not-accounted-for", "en"),
      {
        errors: missing.map((tag) => ({ pointer: "/right", detail: `does not name ${tag}` })),
      },
    );
  }
  if (ground === "concordance" && (changes.length === 0 || right.length === 0)) {
    throw new Refusal(
      "concordance-needs-right-text",
      problemWords("concordance-needs-right-text", "en"),
    );
  }
}

function checkCorrected(
  { agreement, facts }: Pick<Scene, "agreement" | "facts">,
  [first]: VersionText[],
  terms: SomeTerms,
  reader: string,
): void {
  const around = {
    parties: facts.parties,
    names: [agreement.reference, ...Object.values(agreement.title)],
    languages: agreement.languages,
    text: first?.markdown ?? "",
    amends: agreement.amends !== null,
  };
  checkTerms({ ...agreement.terms, ...terms } as Terms, around, reader);
}
