import type { Context } from "#src/context.ts";
import type { Worded } from "#src/db/columns.ts";
import { type Fault, Refusal } from "#src/errors.ts";
import { listPeople } from "#src/people/find.ts";
import { openBrackets } from "#src/text/brackets.ts";
import { lineReader } from "#src/text/read-line.ts";
import type { Source } from "#src/text/source.ts";
import { headingsOf } from "#src/text/titles.ts";
import { type Asked, act, type Done } from "../act.ts";
import { findAgreement } from "../find.ts";
import { partyNamer } from "../party-names.ts";
import type { Scene } from "../scene.ts";
import { checkTerms } from "./check-terms.ts";
import { readSource } from "./read-source.ts";

export type Round = {
  /** When the parties' answers are due, an instant; null if the round has no end. */
  respondBy: Date | null;
  /** Whether the officer knows that a party has no active representative, and circulates anyway. */
  withoutRepresentatives?: boolean;
};

/**
 * Circulates the current text to the parties for review. Refuses wording that is still in a party's brackets, and terms
 * that cannot hold together. If this machine can typeset, sets the text once, so that unprintable text is refused now
 * and not after everyone has approved it. Throws the Refusal `party-has-no-representative`, with the parties' codes,
 * unless that is acknowledged; the acknowledgement is in the evidence.
 */
export async function submit(
  ctx: Context,
  asked: Asked,
  { respondBy, withoutRepresentatives = false }: Round = { respondBy: null },
): Promise<Done> {
  if (respondBy && respondBy <= ctx.now()) {
    throw new Refusal("malformed-request", "A round cannot end before it begins.", {
      errors: [{ pointer: "/respondBy", detail: "lies in the past" }],
    });
  }
  const title = await checkTexts(ctx, asked);
  return act(
    ctx,
    {
      ...asked,
      act: { type: "submit", by: asked.person.id },
      detail: {
        ...(respondBy && { respondBy: respondBy.toISOString() }),
        ...(title && { title }),
        ...(withoutRepresentatives && { withoutRepresentatives }),
      },
    },
    async (scene) => {
      if (!withoutRepresentatives) await refuseUnrepresented(scene);
      if (respondBy) await endRound(scene, respondBy);
      return {
        circulated_version: scene.agreement.text_version,
        respond_by: respondBy,
        ...(title && { title: JSON.stringify(title) }),
      };
    },
  );
}

/** A party without a reader would keep the round open without anyone knowing why. */
async function refuseUnrepresented({ tx, facts, agreement }: Scene): Promise<void> {
  const people = await listPeople(tx);
  const represented = new Set(
    people
      .filter(({ roles, state }) => roles.includes("representative") && state !== "suspended")
      .map(({ party }) => party),
  );
  const missing = facts.parties.filter((code) => !represented.has(code));
  if (missing.length === 0) return;
  const nameOf = await partyNamer(tx, agreement.id, "en");
  const names = missing.map(nameOf).join(", ");
  const detail = `Nobody here represents ${names}. Have someone invited, or confirm it.`;
  throw new Refusal("party-has-no-representative", detail, {
    errors: missing.map((code) => ({ pointer: "/withoutRepresentatives", detail: code })),
  });
}

/** Adds a deadline that reminds the parties which have not answered; it decides nothing for them. */
async function endRound({ tx, writes, agreement, at }: Scene, due_at: Date): Promise<void> {
  writes.push(
    tx.insertInto("deadlines").values({
      agreement: agreement.id,
      number: agreement.text_version,
      kind: "close-round",
      due_at,
      created_at: at,
    }),
  );
}

const submittable = ["draft.editing", "review.reconciling"];

/**
 * Reads the texts outside the act's lock, because typesetting takes time. If a text changes meanwhile, so does the
 * version, and the act is refused as stale. Returns the title from the texts' headings if the one on record differs,
 * which happens only for records made before the two were kept equal.
 */
async function checkTexts(
  { db, typesetter }: Context,
  { agreement, person }: Asked,
): Promise<Worded | null> {
  if (!person.roles.includes("legal-officer")) return null;
  const row = await findAgreement(db, agreement, person);
  if (!submittable.includes(row.stage_name)) return null;
  const source = await readSource(db, row, row.text_version);
  refuseBrackets(source);
  // The parties may have changed since the version was saved.
  checkTerms(
    row.terms,
    {
      parties: source.parties.flatMap(({ code }) => code ?? []),
      names: [row.reference, ...Object.values(row.title)],
      languages: row.languages,
      text: source.texts[row.languages[0] ?? ""] ?? "",
      amends: row.amends !== null,
    },
    person.language,
  );
  const date = row.updated_at.toISOString();
  await typesetter?.draft(source, { terms: row.terms, id: row.id, date, watermark: "" });
  const headings = Object.entries(headingsOf(source.texts));
  const same = headings.every(([language, heading]) => row.title[language] === heading);
  return same ? null : { ...row.title, ...Object.fromEntries(headings) };
}

function refuseBrackets({ texts, parties, ...around }: Source): void {
  const codes = parties.flatMap(({ code }) => code ?? []);
  const errors = Object.entries(texts).flatMap(([language, markdown]): Fault[] => {
    const read = lineReader(markdown, language, around);
    const open = openBrackets(markdown, codes).slice(0, 100);
    return open.map(({ parties, text, line, column }) => ({
      pointer: `/texts/${language}`,
      detail: `[${parties.join(", ")}: ${read(text)}]`,
      line,
      column,
    }));
  });
  if (errors.length === 0) return;
  const detail = "Wording in a party's brackets is still open.";
  throw new Refusal("open-brackets", detail, { errors: errors.slice(0, 100) });
}
