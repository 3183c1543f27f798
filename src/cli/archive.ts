import { readFile, writeFile } from "node:fs/promises";
import { type Config, ConfigError, readConfig } from "#src/config/config.ts";
import { openFoundation } from "#src/foundation.ts";
import { type Outcome, renewFiles } from "#src/jobs/renew-files.ts";
import { openTimestamping, timestampingOf } from "#src/keys/timestamping.ts";
import { nodeContext } from "#src/node.ts";
import { renewFile } from "#src/pdf/renew.ts";
import { now } from "./now.ts";
import { observeCommand } from "./observe.ts";
import { type NamedAuthorities, ownAuthority, readAuthorities } from "./read-authorities.ts";
import { readWords, UsageError } from "./usage.ts";
import { fieldsOf } from "./verify.ts";

const text = { type: "string" } as const;
const many = { type: "string", multiple: true } as const;
const options = { within: text, out: text, trust: many, json: { type: "boolean" } } as const;

/**
 * `depositary archive renew [--within DAYS] [--json]`: adds a timestamp to every sealed file of the service whose
 * newest one expires within DAYS. `depositary archive renew F.pdf --out G.pdf [--trust [NAME=]ca.pem]…`: does so for
 * one file, without a database. Exits with 0 if everything due was renewed, otherwise with 1.
 */
export async function archive(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, options);
  const [verb, file, ...more] = positionals;
  if (verb !== "renew" || more.length > 0) throw new UsageError("Name what to do: archive renew.");
  const config = readConfig(env);
  if (!config.timestamps) {
    throw new ConfigError("Files are renewed by a timestamp authority: set TIMESTAMP_URL.");
  }
  const { out, trust } = values;
  if (file !== undefined) {
    if (typeof out !== "string" || values.within !== undefined) {
      throw new UsageError("Name the file to write with --out.");
    }
    const named = await readAuthorities([trust ?? []].flat().map(String));
    if (named.timestamps) {
      throw new UsageError("The authority of timestamps is named by TIMESTAMP_TRUST_FILE.");
    }
    const seal = trust === undefined ? await ownAuthority(env) : named.seal;
    return renewOne(config, { file, out, trust: { ...named, seal } });
  }
  const days = Number(values.within ?? "365");
  if (out !== undefined || trust !== undefined || !Number.isInteger(days) || days < 0) {
    throw new UsageError("Without a file, --within takes a number of days.");
  }
  return renewAll(config, days, values.json === true);
}

type OneFile = { file: string; out: string; trust: NamedAuthorities };

async function renewOne(config: Config, { file, out, trust }: OneFile): Promise<number> {
  const opened = timestampingOf({
    seal: { trust: [] },
    timestamping: await openTimestamping(config, now),
  });
  const pdf = await readFile(file).catch((error: Error) => {
    throw new UsageError(`The PDF cannot be read: ${error.message}`);
  });
  if (!opened) return 1;
  const sealTrust = trust.seal;
  const timestamping = {
    ...opened,
    sealTrust,
    fieldTrust: { ...opened.fieldTrust, ...fieldsOf(trust) },
  };
  const renewed = await renewFile(new Uint8Array(pdf), { timestamping, at: now() });
  await writeFile(out, renewed.pdf);
  console.log(`${out} holds until ${renewed.until.toISOString()}, sha-256 ${renewed.digest}`);
  return 0;
}

async function renewAll(config: Config, days: number, json: boolean): Promise<number> {
  const foundation = await openFoundation(config, { now, observe: observeCommand() });
  try {
    const timestamping = timestampingOf(foundation);
    if (!timestamping) return 1;
    const ctx = nodeContext({ ...foundation, ...foundation.long }, () => {});
    const outcomes = await renewFiles(ctx, { timestamping, at: now(), days });
    console.log(json ? JSON.stringify(outcomes, null, 2) : outcomes.map(line).join("\n"));
    return outcomes.every(({ outcome }) => outcome !== "failed") ? 0 : 1;
  } finally {
    await foundation.close();
  }
}

function line({ reference, kind, digest, until, outcome, reason }: Outcome): string {
  const holds = until ? `, holds until ${until.toISOString()}` : "";
  return `${reference} (${kind}): ${outcome}${holds}, sha-256 ${digest}${reason ? `. ${reason}` : ""}`;
}
