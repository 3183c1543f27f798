import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { findAnchor } from "#src/text/anchor.ts";
import { checkText } from "#src/text/policy.ts";
import { addDays } from "#workflows/civil-date.ts";
import { type Asked, act, type Done } from "../act.ts";
import { partyOf } from "../party-of.ts";
import type { Scene } from "../scene.ts";
import { readTexts, type VersionText } from "../text/read-source.ts";

/** The current words of one authentic text, and the words that should replace them. */
export type Change = { language: string; article: number; found: string; corrected: string };

/** Proposes to the parties a correction of an error in the authentic text, with time to object (VCLT article 79). */
export function proposeCorrection(
  ctx: Context,
  asked: Asked,
  given: { reason: string; changes: Change[] },
): Promise<Done> {
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
      detail: { correction: id, reason, changes },
    },
    async ({ tx, writes, agreement, facts, at, today }) => {
      for (const [index, { language }] of changes.entries()) {
        if (facts.languages.includes(language)) continue;
        throw new Refusal("language-not-authentic", "The agreement is not made in this language.", {
          errors: [{ pointer: `/changes/${index}/language`, detail: "is not authentic" }],
        });
      }
      checkQuoted(await readTexts(tx, agreement.id, agreement.text_version), changes);
      writes.push(
        tx.insertInto("corrections").values({
          id,
          agreement: agreement.id,
          person: person.id,
          reason,
          changes: JSON.stringify(changes),
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
    (scene) => answered(scene, { act: "objection", party, reason, person: person.id }),
  );
}

/** The depositary makes the correction once the time to object is over. It has effect from the beginning (79(4)). */
export function makeCorrection(ctx: Context, asked: Asked): Promise<Done> {
  const by = asked.person.id;
  return act(ctx, { ...asked, act: { type: "make-correction", by, on: "today" } }, (scene) =>
    answered(scene, { act: "correction", party: "", reason: "", person: by }),
  );
}

type Answered = { act: "objection" | "correction"; party: string; reason: string; person: string };

async function answered(
  { tx, writes, agreement, at }: Scene,
  answer: Answered,
): Promise<undefined> {
  const { id } = await tx
    .selectFrom("corrections")
    .select("id")
    .where("agreement", "=", agreement.id)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  writes.push(tx.insertInto("correction_acts").values({ correction: id, ...answer, at }));
}
