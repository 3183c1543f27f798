import { readFile } from "node:fs/promises";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { readWords, UsageError } from "./usage.ts";

/**
 * `depositary evidence verify EXPORT [--key vkey] [--checkpoint FILE] [--json]`: checks an export without a
 * database. Ends with 0 where everything holds, 1 otherwise. The file also runs by itself.
 */
export async function evidence(words: string[]): Promise<number> {
  const { values, positionals } = readWords(words, {
    key: { type: "string" },
    checkpoint: { type: "string" },
    json: { type: "boolean" },
  });
  const [verb, file, ...more] = positionals;
  if (verb !== "verify" || !file || more.length > 0) throw new UsageError("Name one export.");
  const key = typeof values.key === "string" ? values.key : null;
  const earlier = typeof values.checkpoint === "string" ? await read(values.checkpoint) : null;
  const found = verifyExport(await read(file), { key, earlier });
  if (!key) found.reasons.push("Compare the log's key with the one its depositary made known.");
  console.log(values.json ? JSON.stringify(found, null, 2) : inWords(found));
  return found.verdict === "HOLDS" ? 0 : 1;
}

async function read(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new UsageError(`The file cannot be read: ${error.message}`);
  });
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function inWords({ verdict, reasons, entries, consents }: ReturnType<typeof verifyExport>): string {
  const lines = consents.map(
    ({ agreement, seq, party, method, weaker }) =>
      `${party} consented to ${agreement} (entry ${seq}): ${weaker ? `${method}, the weaker method: no signature to check` : "by passkey, checked anew"}`,
  );
  return [verdict, ...reasons, `${entries} entries hold.`, ...lines].join("\n  ");
}
