import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import { Refusal } from "#src/errors.ts";
import type { Given } from "#src/text/language/given.ts";
import type { FormsByLanguage } from "#src/text/party-forms.ts";
import type { Source } from "#src/text/source.ts";
import { signatoryActs } from "../acting-signatory.ts";
import type { AgreementRow } from "../find.ts";

/**
 * Reads one text version of the agreement as the source for typesetting and export. Two queries. Throws a Refusal if
 * there is no such version.
 */
export async function readSource(db: Db, row: AgreementRow, number: number): Promise<Source> {
  const texts = await readTexts(db, row.id, number);
  const { rows: parties } = await sql<{
    code: string;
    official: Worded;
    forms: FormsByLanguage;
    names: Worded | null;
    titles: Worded | null;
  }>`
    SELECT ap.party AS code, ${namesOfParty} AS official, ${formsOfParty} AS forms, s.names, s.titles FROM agreement_parties ap
    JOIN parties p ON p.code = ap.party
    LEFT JOIN people s ON s.id = ap.signatory AND ${signatoryActs(sql`${number}`)}
    WHERE ap.agreement = ${row.id} AND ap.negotiated ORDER BY ap.position`.execute(db);
  return {
    reference: row.reference,
    title: row.title,
    languages: row.languages,
    ...(row.prevailing && { prevailing: row.prevailing }),
    parties: parties.map(({ code, official, forms, names, titles }) => ({
      code,
      name: official,
      ...(Object.keys(forms).length > 0 && { forms }),
      ...(names && { signatory: { name: names, title: titles ?? {} } }),
    })),
    layout: row.layout,
    ...(Object.keys(row.given_languages).length > 0 && { given: row.given_languages as Given }),
    // Left out where it is the usual word, so that exports made before keep their bytes.
    ...(row.headings === "sections" && { headings: row.headings }),
    texts: Object.fromEntries(texts.map(({ language, markdown }) => [language, markdown])),
  };
}

export type VersionText = { language: string; markdown: string; digest: string };

/** The texts of one version, in the agreement's order of languages. */
export async function readTexts(
  db: Db | Tx,
  agreement: string,
  number: number,
): Promise<VersionText[]> {
  const texts = await db
    .selectFrom("version_texts")
    .innerJoin("text_bodies", "text_bodies.digest", "version_texts.digest")
    .innerJoin("agreements", "agreements.id", "version_texts.agreement")
    .select(["version_texts.language", "text_bodies.markdown", "text_bodies.digest"])
    .where("version_texts.agreement", "=", agreement)
    .where("version_texts.number", "=", number)
    .orderBy(sql`array_position(agreements.languages, version_texts.language)`)
    .execute();
  if (texts.length === 0) throw new Refusal("not-found", "There is no such version.");
  return texts;
}
