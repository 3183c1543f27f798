import type { Context } from "#src/context.ts";
import type { CorrectedPlace } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { checkText } from "#src/text/policy.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { timesQuoted } from "#src/text/quoted-place.ts";
import { type Asked, act, type Done } from "../act.ts";
import { aroundOf } from "../text/around-of.ts";
import { readTexts } from "../text/read-source.ts";
import { placesCorrected } from "./made-corrections.ts";

/** The words of a copy that differ from the authentic text, and the words of that text. */
export type CorrectedCopy = {
  /** The copy's serial number. */
  serial: number;
  reason: string;
  changes: Omit<CorrectedPlace, "nth">[];
};

/**
 * Corrects an error in a certified true copy by a procès-verbal that specifies the original text and the error (VCLT
 * article 79(6)). The text is right, so nobody need agree; the corrected words must be those of the authentic text.
 */
export function correctCopy(ctx: Context, asked: Asked, given: CorrectedCopy): Promise<Done> {
  const { person } = asked;
  const { serial } = given;
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
      act: { type: "correct-certified-copy", by: person.id, serial },
      detail: { correction: id, serial, reason, changes },
    },
    async ({ tx, writes, agreement, at, detail }) => {
      const texts = await readTexts(tx, agreement.id, agreement.text_version);
      const earlier = await placesCorrected(tx, agreement.id);
      for (const [index, { language, article, corrected }] of changes.entries()) {
        const markdown = texts.find((one) => one.language === language)?.markdown ?? "";
        const before = earlier.filter((one) => one.language === language);
        const place = { article, found: corrected };
        if (timesQuoted(markdown, language, before, place, aroundOf(agreement))) continue;
        throw new Refusal(
          "copy-corrected-otherwise",
          problemWords("copy-corrected-otherwise", "en"),
          {
            errors: [
              {
                pointer: `/changes/${index}/corrected`,
                detail: "does not stand in the authentic text",
              },
            ],
          },
        );
      }
      const copy = await tx
        .selectFrom("certified_copies")
        .select("party")
        .where("agreement", "=", agreement.id)
        .where("serial", "=", serial)
        .executeTakeFirstOrThrow();
      detail.party = copy.party;
      const values = { id, agreement: agreement.id, serial, reason, person: person.id, at };
      writes.push(
        tx.insertInto("copy_corrections").values({ ...values, changes: JSON.stringify(changes) }),
      );
      return undefined;
    },
  );
}
