import { readFile } from "node:fs/promises";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { readWords, UsageError } from "./usage.ts";

/**
 * `depositary evidence verify EXPORT [--key VKEY] [--checkpoint FILE] [--json]`: checks an export without a database.
 * Exits with 0 if everything holds under the given key, otherwise with 1. `evidence continue` is for the service after
 * a restore. The file also runs alone, without packages.
 */
export async function evidence(words: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  if (words[0] === "continue") {
    const { continueEvidence } = await import("./continue-evidence.ts");
    return continueEvidence(words.slice(1), env);
  }
  const text = { type: "string" } as const;
  const options = { key: text, checkpoint: text, json: { type: "boolean" } } as const;
  const { values, positionals } = readWords(words, options);
  const [verb, file, ...more] = positionals;
  if (verb !== "verify" || !file || more.length > 0) throw new UsageError("Name one export.");
  const key = typeof values.key === "string" ? values.key.trim() : null;
  const earlier = typeof values.checkpoint === "string" ? await read(values.checkpoint) : null;
  const found = verifyExport(await read(file), { key, earlier });
  if (!key) {
    // A forger of the whole export would have signed it with their own key.
    if (found.verdict === "HOLDS") found.verdict = "HOLDS IN PART";
    found.reasons.push("No --key was given: compare the log's key with the one made known.");
  }
  const consents = found.consents.map(
    ({ agreement, seq, party, method, weaker, stated, holder, outOfOrder }) => {
      const how = weaker
        ? `by ${method}, the weaker method: no signature to check`
        : byOwnKey(method, holder);
      const order = outOfOrder
        ? "; its counter is below an earlier one of about the same time"
        : "";
      const older = stated || weaker ? "" : "; of an earlier release, without its reservations";
      return `${party} consented to ${agreement} (entry ${seq}) ${how}${order}${older}`;
    },
  );
  const lines = [found.verdict, ...found.reasons, `${found.entries} entries hold.`, ...consents];
  console.log(values.json ? JSON.stringify(found, null, 2) : lines.join("\n  "));
  return found.verdict === "HOLDS" ? 0 : 1;
}

async function read(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`The file cannot be read: ${error.message}`);
  });
}

if (import.meta.main) {
  process.exitCode = await evidence(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  });
}

function byOwnKey(method: string, holder: string | undefined): string {
  if (method !== "certificate") return `by ${method}`;
  return holder ? `by the certificate of ${holder}` : "by certificate: the signature is in the PDF";
}
