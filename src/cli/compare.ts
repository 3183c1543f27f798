import { writeFile } from "node:fs/promises";
import { sha256 } from "#src/bytes/sha256.ts";
import { typesetComparison } from "#src/pdf/comparison.ts";
import { compareTexts } from "#src/text/compare.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { parseSource, writeSource } from "#src/text/source.ts";
import { readWords, UsageError } from "./usage.ts";

/** The date of a comparison without a record, the same as for a rendering. */
const undated = "2000-01-01T00:00:00Z";

/** `depositary compare OLD NEW --out F.pdf`: typesets what changed between two source folders. */
export async function compare(words: string[]): Promise<number> {
  const { values, positionals } = readWords(words, { out: { type: "string" } });
  const [older, newer, ...more] = positionals;
  if (!older || !newer || more.length > 0 || typeof values.out !== "string") {
    throw new UsageError("Name two source folders and, with --out, the PDF to write.");
  }
  const before = parseSource(await readFolder(older));
  const after = parseSource(await readFolder(newer));
  const { reference, languages, title } = after;
  const texts = languages.map((language) => ({
    language,
    title: title[language] ?? reference,
    articles: compareTexts(
      before.texts[language] ?? "",
      after.texts[language] ?? "",
      language,
      after,
    ),
  }));
  const id = await sha256(JSON.stringify([writeSource(before), writeSource(after)]));
  const comparison = { reference, from: 1, to: 2, texts, around: after };
  const pdf = await typesetComparison(comparison, { id, date: undated });
  await writeFile(values.out, pdf);
  console.log(`${values.out}: sha-256 ${await sha256(pdf)}`);
  return 0;
}
