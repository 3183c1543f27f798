import { ConfigError } from "#src/config/env.ts";
import { Refusal } from "#src/errors.ts";
import { Interrupted } from "./interrupted.ts";
import { UsageError } from "./usage.ts";

/** Each command gets its arguments and returns its exit code. */
type Command = (words: string[], env: NodeJS.ProcessEnv) => Promise<number>;

/** Each command loads only what it needs. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import("./start.ts")).start,
  demo: async () => (await import("./demo.ts")).demo,
  generate: async () => (await import("./generate.ts")).generateAgreements,
  render: async () => (await import("./render.ts")).render,
  compare: async () => (await import("./compare.ts")).compare,
  verify: async () => (await import("./verify.ts")).verify,
  evidence: async () => (await import("./evidence.ts")).evidence,
  archive: async () => (await import("./archive.ts")).archive,
  migrate: async () => (await import("./migrate.ts")).migrateDatabase,
  templates: async () => (await import("./templates.ts")).listTemplateFiles,
  people: async () => (await import("./people.ts")).people,
  keys: async () => (await import("./keys.ts")).keys,
  openapi: async () => (await import("./openapi.ts")).printContract,
  build: async () => (await import("./build.ts")).build,
};

const usage = `depositary start                          the whole service on embedded defaults
depositary start --only api|jobs          one part of it
depositary demo --out DIR                 an agreement from template to sealed PDF
depositary generate --agreements N [--seed TEXT] [--people N] [--until DAY]
                                          fills an empty database with invented agreements
depositary render SOURCE --out F.pdf [--attach]
                                          typesets a source folder; with its files inside (PDF/A-3a)
depositary compare OLD NEW --out F.pdf   typesets what changed between two source folders
depositary verify F.pdf [--json] [--trust seal=ca.pem] [--trust KZ=kz.pem]… [--timestamp-trust tsa.pem]
                     [--crl F.crl]        the verdict, why, and whose each signature is
depositary evidence verify EXPORT [--key VKEY] [--checkpoint FILE] [--json]
depositary evidence continue [--reason TEXT --by NAME --by NAME]
                                          after a restore, lets the log go on, on record
depositary archive renew [--within DAYS] [--json]
                                          another timestamp for what ends soon
depositary archive renew F.pdf --out G.pdf [--trust seal=ca.pem] [--trust KZ=kz.pem]…
depositary migrate                        brings the database to this release's shape
depositary templates                      lists the templates and checks them
depositary people EMAIL --name N --role R [--party P]
depositary keys EMAIL [--days N]          makes an API key for a person, shown once
depositary keys                           shows the key that checks the evidence log
depositary openapi                        prints the contract
depositary build                          builds the web app and bundles the server`;

/** Runs the command that `words` name, and returns its exit code. Says on standard error why it failed. */
export async function run([name = "", ...words]: string[]): Promise<number> {
  const command = commands[name];
  if (!command) {
    const asked = ["help", "--help", "-h"].includes(name);
    (asked ? console.log : console.error)(usage);
    return asked ? 0 : 2;
  }
  try {
    refuseDamaged(words);
    return await (await command())(words, process.env);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
    console.error(inWords(error));
    return 1;
  }
}

/** Node reads the command line as UTF-8 and puts U+FFFD where the bytes are not valid UTF-8. */
function refuseDamaged(words: string[]): void {
  const damaged = words.findIndex((word) => word.includes("\ufffd"));
  if (damaged < 0) return;
  throw new UsageError(`Word ${damaged + 2} of the command line is not UTF-8: ${words[damaged]}`);
}

function inWords(error: unknown): string {
  if (error instanceof ConfigError || error instanceof Interrupted) return error.message;
  if (error instanceof Refusal) {
    const places = (error.extra.errors ?? []).map(({ file, line, column, pointer, detail }) => {
      const place = [file ?? pointer, line, column].filter((part) => part !== undefined).join(":");
      return `  ${place}${place ? ": " : ""}${detail}`;
    });
    return [`${error.message} (${error.code})`, ...places].join("\n");
  }
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
