import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { basisWords, relationWords } from "#src/text/relation-words.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { type Relation, type RelationStatement, relationBetween } from "#workflows/relations.ts";
import type { Stage } from "#workflows/stage.ts";
import type { CivilDate } from "#workflows/terms.ts";
import { readFacts } from "../facts.ts";
import type { AgreementRow } from "../find.ts";
import { partyNouns } from "../party-names.ts";
import { stageOf } from "../stage-of.ts";

export type RelationView = Omit<Relation, "statements"> & {
  /** Each with its sentence, and where its rule comes from, in the reader's language. */
  statements: (RelationStatement & { text: string; rule: string })[];
};

type Wanted = { parties: [string, string]; on: CivilDate; language: string };

/**
 * Which provisions apply between two parties on a day. For information: the depositary decides nothing by it. Throws the
 * Refusal `not-found` for one that does not take part, or for one party twice.
 */
export async function viewRelation(
  db: Db,
  row: AgreementRow,
  { parties, on, language }: Wanted,
): Promise<RelationView> {
  const facts = await readFacts(db, row.id);
  const [one, other] = parties;
  if (one === other || !parties.every((code) => facts.parties.includes(code))) {
    throw new Refusal("not-found", "No such two parties take part in the agreement.");
  }
  const endedOn = await endOf(db, row);
  const { statements, ...rest } = relationBetween(facts, { parties, on }, { endedOn });
  const nameOf = await partyNouns(db, row.id, language);
  return {
    ...rest,
    statements: statements.map((said) => ({
      ...said,
      text: relationWords(said, language, nameOf),
      rule: basisWords(said.basis, language),
    })),
  };
}

const endings = ["terminated", "expired", "superseded"];

/** The day on which the instrument ended; null while it lasts. */
async function endOf(db: Db, row: AgreementRow): Promise<CivilDate | null> {
  if (!endings.includes(legalOf(stageOf(row)))) return null;
  const last = await db
    .selectFrom("evidence")
    .select(["at", "detail"])
    .where("agreement", "=", row.id)
    .where("act", "in", ["terminate", "expire", "supersede", "end-participation"])
    .orderBy("seq", "desc")
    .executeTakeFirst();
  if (!last) return null;
  const { on } = last.detail as { on?: unknown };
  return typeof on === "string" && on !== "today"
    ? on
    : civilDate(last.at.toISOString(), row.terms.zone);
}

function legalOf(stage: Stage): string {
  const sides = typeof stage === "object" ? stage.publish : undefined;
  return typeof sides === "object" ? String(sides.legal) : "";
}
