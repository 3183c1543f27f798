import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { findAnchor } from "#src/text/anchor.ts";
import { checkText } from "#src/text/policy.ts";
import { addDays } from "#workflows/civil-date.ts";
import type { SomeTerms, Terms } from "#workflows/terms.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import type { Scene } from "../scene.ts";
import { checkTerms } from "../text/check-terms.ts";
import { readTexts, type VersionText } from "../text/read-source.ts";

/** The current words of one authentic text, and the words that should replace them. */
export type Change = { language: string; article: number; found: string; corrected: string };

/** What a correction proposes: other words, other terms, or both. */
export type Correction = {
  reason: string;
  changes: Change[];
  /** The terms on record that are wrong, as the parties had agreed them. */
  terms?: SomeTerms | undefined;
};

/**
 * Proposes to the parties a correction of an error in the authentic text or in the terms on record, with time to object
 * (VCLT article 79). Terms that cannot hold together are refused.
 */
export function proposeCorrection(ctx: Context, asked: Asked, given: Correction): Promise<Done> {
  const { person } = asked;
  const id = ctx.id();
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  const changes = given.changes.map((one) => ({
    ...one,
    found: checkText(one.found, { kind: "body", language: one.language }),
    corrected: checkText(one.corrected, { kind: "body", language: one.language }),
  }));
  return act(
    ctx,
    {
      ...asked,
      act: { type: "propose-correction", by: person.id },
      detail: { correction: id, reason, changes, ...(given.terms && { terms: given.terms }) },
    },
    async ({ tx, writes, agreement, facts, at, today }) => {
      for (const [index, { language }] of changes.entries()) {
        if (facts.languages.includes(language)) continue;
        throw new Refusal("language-not-authentic", "The agreement is not made in this language.", {
          errors: [{ pointer: `/changes/${index}/language`, detail: "is not authentic" }],
        });
      }
      const texts = await readTexts(tx, agreement.id, agreement.text_version);
      checkQuoted(texts, changes);
      if (given.terms) checkCorrected({ agreement, facts }, texts, given.terms, person.language);
      writes.push(
        tx.insertInto("corrections").values({
          id,
          agreement: agreement.id,
          person: person.id,
          reason,
          changes: JSON.stringify(changes),
          terms: given.terms ? JSON.stringify(given.terms) : null,
          until: addDays(today, facts.terms.objectionDays),
          at,
        }),
      );
      return undefined;
    },
  );
}

/**
 * Checks that the quoted words are in the article of the authentic text. Otherwise this is a change, not a correction.
 */
function checkQuoted(texts: VersionText[], changes: Change[]): void {
  for (const [index, { language, article, found: quote }] of changes.entries()) {
    const markdown = texts.find((one) => one.language === language)?.markdown ?? "";
    const place = findAnchor(markdown, language, { article, quote });
    if (place?.quoted) continue;
    const pointer = `/changes/${index}/${place ? "found" : "article"}`;
    throw new Refusal("malformed-request", "The text has no such place.", {
      errors: [{ pointer, detail: "does not stand in the authentic text" }],
    });
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

/** A party objects. Nothing is corrected until another proposal passes without objection. */
export function objectToCorrection(
  ctx: Context,
  asked: Asked,
  given: { reason: string },
): Promise<Done> {
  const { person } = asked;
  const party = partyOf(person);
  const reason = checkText(given.reason, { kind: "body", language: person.language });
  return act(
    ctx,
    { ...asked, act: { type: "object-to-correction", by: person.id, party }, detail: { reason } },
    async (scene) => {
      await answered(scene, { act: "objection", party, reason, person: person.id });
      return undefined;
    },
  );
}

/**
 * The depositary makes the correction once the time to object is over. It has effect from the beginning (79(4)): the
 * corrected terms are the agreement's, while its versions keep what was authenticated.
 */
export function makeCorrection(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(
    ctx,
    { ...asked, act: { type: "make-correction", by, on: "today" } },
    async (scene) => {
      const made = { act: "correction", party: "", reason: "", person: by } as const;
      const corrected = await answered(scene, made);
      if (!corrected) return undefined;
      scene.detail.terms = corrected;
      return { terms: JSON.stringify({ ...scene.agreement.terms, ...corrected }) };
    },
  );
}

type Answered = { act: "objection" | "correction"; party: string; reason: string; person: string };

/** Writes the answer to the last proposal; the terms that it corrects. */
async function answered(
  { tx, writes, agreement, at }: Scene,
  answer: Answered,
): Promise<SomeTerms | null> {
  const { id, terms } = await tx
    .selectFrom("corrections")
    .select(["id", "terms"])
    .where("agreement", "=", agreement.id)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  writes.push(tx.insertInto("correction_acts").values({ correction: id, ...answer, at }));
  return terms;
}
