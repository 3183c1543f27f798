import { sha256 } from "#src/bytes/sha256.ts";
import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Source } from "#src/text/source.ts";
import type { AgreementRow } from "../find.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { listWorkingTexts } from "./list-working-texts.ts";
import { readSource } from "./read-source.ts";
import { termsDigest } from "./terms-digest.ts";
import { versionDigest } from "./version-digest.ts";

/**
 * The agreement as it would be typeset with the given texts, and with the working texts in the other languages. Also
 * the digest that such a version would have. Throws a Refusal with file, line and column for content that no version
 * may hold.
 */
export async function previewTexts(
  db: Db,
  row: AgreementRow,
  given: Record<string, string>,
): Promise<{ source: Source; digest: string }> {
  const strange = Object.keys(given).find((language) => !row.languages.includes(language));
  if (strange !== undefined) {
    throw new Refusal("language-not-authentic", `The agreement has no ${strange} text.`, {
      errors: [{ pointer: `/texts/${strange}`, detail: "is not a language of the agreement" }],
    });
  }
  const working = await listWorkingTexts(db, row);
  const texts = Object.fromEntries(
    working.map(({ language, markdown }) => {
      return [language, checked(given[language] ?? markdown, language)];
    }),
  );
  const digests = Object.entries(texts).map(async ([language, markdown]) => {
    return { language, digest: await sha256(markdown) };
  });
  const source = await readSource(db, row, row.text_version);
  const digest = await versionDigest(await Promise.all(digests), await termsDigest(row.terms));
  return { source: { ...source, texts }, digest };
}

function checked(markdown: string, language: string): string {
  try {
    return checkMarkdown(markdown, language);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.extra.errors?.map((fault) => ({ file: `${language}.md`, ...fault }));
    throw new Refusal(error.code, error.message, { ...error.extra, ...(errors && { errors }) });
  }
}
