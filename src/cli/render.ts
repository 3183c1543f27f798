import { writeFile } from "node:fs/promises";
import { sha256 } from "#src/bytes/sha256.ts";
import { readFormat } from "#src/config/config.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { parseSource, writeSource } from "#src/text/source.ts";
import { readWords, UsageError } from "./usage.ts";

/** The date of a rendering without a record, so that the same source gives the same bytes on any day. */
const undated = "2000-01-01T00:00:00Z";

/**
 * `depositary render SOURCE --out F.pdf [--attach]`: typesets a source folder without a server, in the format of
 * PDF_FORMAT; `--attach` forces PDF/A-3a.
 */
export async function render(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, {
    out: { type: "string" },
    attach: { type: "boolean" },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0 || typeof values.out !== "string") {
    throw new UsageError("Name a source folder and, with --out, the PDF to write.");
  }
  const source = parseSource(await readFolder(folder));
  const id = await sha256(JSON.stringify(writeSource(source)));
  const { pdf, pages } = await typesetInstrument(source, {
    id,
    date: undated,
    attachSource: values.attach === true || readFormat(env) === "PDF/A-3a",
  });
  await writeFile(values.out, pdf);
  console.log(`${values.out}: ${pages} pages, sha-256 ${await sha256(pdf)}`);
  return 0;
}
