import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig, readFormat } from "#src/config/config.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { demoAgreement, withYearlyReview } from "./demo-agreement.ts";
import { type Caller, callerFor } from "./demo-caller.ts";
import { demoPlayers } from "./demo-players.ts";
import { type Service, startService } from "./start.ts";
import { readWords, UsageError } from "./usage.ts";

/**
 * `depositary demo --out DIR`: takes one agreement between Kazakhstan, the United Arab Emirates and the hub from
 * template to sealed PDF, over HTTP, on a fresh embedded data folder, and leaves its files. The only setting it reads
 * is PDF_FORMAT: a demonstration uses no database, seal, log or mail of the office.
 */
export async function demo(words: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values, positionals } = readWords(words, { out: { type: "string" } });
  if (typeof values.out !== "string" || positionals.length > 0) {
    throw new UsageError("Name, with --out, the folder to leave the files in.");
  }
  const out = values.out;
  const format = { PDF_FORMAT: readFormat(env) };
  await mkdir(join(out, "source"), { recursive: true });
  const dataDir = await mkdtemp(join(tmpdir(), "depositary-demo-"));
  // For root the database runs under another account, which must be able to reach its folder.
  await chmod(dataDir, 0o711);
  say("Starting the service on a fresh data folder");
  const service = await startService(readConfig({ ...format, DATA_DIR: dataDir, PORT: "0" }));
  try {
    const people = await meet(service);
    const id = await negotiate(people);
    await sign(people, id);
    await publish(people, id);
    await leaveFiles(people, id, out);
    await writeFile(join(out, "trust.pem"), service.foundation.seal.trust.join("\n"));
    await writeFile(join(out, "log.vkey"), `${vkeyOf(service.foundation.log)}\n`);
  } finally {
    await service.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  say(`Done: ${join(out, "sealed.pdf")}`);
  return 0;
}

type People = {
  drafter: Caller;
  second: Caller;
  representatives: Caller[];
  archivist: Caller;
};

async function meet({ url, foundation }: Service): Promise<People> {
  const { db, demonstration } = foundation;
  const known = demonstration?.isOpen ? demonstration.keys : [];
  const callers = await Promise.all(
    demoPlayers(db, known, () => new Date()).map(async ({ role, party, enter }) => ({
      role,
      party,
      caller: await callerFor(url, enter),
    })),
  );
  const find = (role: string, party: string | null = null, nth = 0): Caller => {
    const found = callers.filter((one) => one.role === role && one.party === party)[nth];
    if (!found) throw new Error(`No demo person is ${role} ${party ?? ""}.`);
    return found.caller;
  };
  return {
    drafter: find("legal-officer"),
    second: find("legal-officer", null, 1),
    representatives: demoAgreement.parties.map(({ code }) => find("representative", code)),
    archivist: find("archivist"),
  };
}

async function negotiate({ drafter, second, representatives }: People): Promise<string> {
  say("Drafting the memorandum from its template in English, Russian and Arabic");
  const { id } = await drafter.post("/agreements", demoAgreement);
  for (const representative of representatives) {
    const { person: signatory, party } = representative;
    await drafter.act(id, "designations", { party, signatory });
  }
  say("Circulating it for review");
  await drafter.act(id, "submissions", {});
  say("The United Arab Emirates ask for a change");
  const [, emirates] = representatives;
  await emirates?.act(id, "change-requests", {
    reason: "Please provide for a joint review of the work plan every year.",
  });
  for (const language of demoAgreement.languages) {
    const text = await drafter.text(id, language);
    await drafter.putText(id, language, withYearlyReview(text, language));
  }
  await drafter.act(id, "submissions", {});
  say("Every party approves the changed text");
  for (const representative of representatives) {
    await representative.act(id, "approvals", { digest: await representative.digest(id) });
  }
  say("The second officer certifies that the three texts say the same");
  for (const language of demoAgreement.languages) {
    await second.act(id, "concordances", { language, digest: await second.digest(id) });
  }
  return id;
}

async function sign({ drafter, second, representatives }: People, id: string): Promise<void> {
  say("Two officers authenticate the text; the original is typeset");
  for (const officer of [drafter, second]) {
    await officer.act(id, "authentication", { digest: await officer.digest(id) });
  }
  await drafter.until(id, ({ original }) => original !== null);
  for (const officer of [drafter, second]) await officer.act(id, "signing", {});
  for (const representative of representatives) {
    say(`${representative.name} signs`);
    const original = await representative.original(id);
    await representative.act(id, "signatures", { original, binding: false });
  }
}

async function publish({ drafter }: People, id: string): Promise<void> {
  say("Sealing");
  await drafter.until(id, ({ stage }) => stage === "publish");
  await drafter.act(id, "publication", {});
  say("Published in the register");
}

async function leaveFiles({ drafter, archivist }: People, id: string, out: string): Promise<void> {
  await writeFile(join(out, "sealed.pdf"), await archivist.pdf(id, "sealed"));
  await writeFile(join(out, "evidence.pdf"), await archivist.pdf(id, "evidence"));
  await writeFile(join(out, "evidence.ndjson"), await archivist.evidence(id));
  for (const [name, content] of Object.entries(await drafter.source(id))) {
    await writeFile(join(out, "source", name), content);
  }
}

function say(words: string): void {
  console.log(`· ${words}`);
}
