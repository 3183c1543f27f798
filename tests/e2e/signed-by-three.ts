import { execFile } from "node:child_process";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { text } from "#tests/pdf/attacks/bytes.ts";
import { ec, rsa } from "#tests/support/authority.ts";
import { cardOf, signWithCard } from "#tests/support/card.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, told } from "#tests/support/scenario.ts";
import { softPasskey } from "#tests/support/soft-passkey.ts";
import { openTrustFiles } from "#tests/support/trust-files.ts";

const run = promisify(execFile);
export const root = join(import.meta.dirname, "../..");

export type SignedByThree = Awaited<ReturnType<typeof openSignedByThree>>;

/**
 * A sealed file that three parties signed: one by passkey, one with an RSA card and one with an ECDSA card. Each card
 * answers as `openssl cms` does outside the service. The file lies in a folder with what docs/VERIFY.md needs.
 */
export async function openSignedByThree() {
  const folder = freshFolder();
  const at = (name: string) => join(folder.path, name);
  const trustFiles = await openTrustFiles(["KZ", "AE"]);
  const office = await openOffice(trustFiles.office);
  const room = await roomOf(office);
  const parties = [{ code: "KZ" }, { code: "AE" }, { code: "HUB" }];
  const id = await draft(office, { parties, languages: ["en", "ru", "ar"] });
  await bringToOriginal(office, id);
  await work(office, room);
  for (const nth of [0, 1]) {
    const officer = office.as("legal-officer", null, nth);
    await openSigning(office.ctx, await told(office, id, officer), { closesAt: null });
  }
  const hub = await softPasskey(office, "HUB");
  await hub.signs(id);
  const cards = {
    KZ: cardOf(trustFiles.of("KZ"), "Yerlan Abdrakhmanov", { key: rsa(3072) }),
    AE: cardOf(trustFiles.of("AE"), "Mariam Al Hashimi", { key: ec("P-256") }),
  };
  trustFiles.publishLists();
  for (const [party, card] of Object.entries(cards)) {
    const client = office.as("representative", party);
    const answer = await signWithCard(client, id, card, { manner: "bare cms" });
    if (answer.status !== 201) throw new Error(await answer.text());
  }
  await work(office, room);
  const archivist = office.as("archivist");
  const fetch = async (kind: string, by = archivist) =>
    new Uint8Array(
      await (await by.send("GET", `/agreements/${id}/pdf?kind=${kind}`)).arrayBuffer(),
    );
  const sealed = await fetch("sealed");
  const original = await fetch("original", office.as("representative", "KZ"));
  await writeFile(at("sealed.pdf"), sealed);
  await copyFile(trustFiles.reader.seal, at("office.pem"));
  for (const party of ["KZ", "AE"])
    await copyFile(trustFiles.reader.party(party), at(`${party}.pem`));
  await copyFile(trustFiles.reader.timestampTrust, at("clock.pem"));
  await fill(office);
  await writeFile(at("evidence.ndjson"), await exportOf(office, id));
  await writeFile(at("log.vkey"), `${vkeyOf(office.log)}\n`);
  // The guide calls the command by its name, as if it were installed.
  await mkdir(at("bin"));
  const script = `#!/bin/sh\nexec "${process.execPath}" "${join(root, "src/cli.ts")}" "$@"\n`;
  await writeFile(at("bin/depositary"), script, { mode: 0o755 });
  const [, kz = 0, ae = 0] = [...text(sealed).matchAll(/%%EOF/g)].map(({ index }) => index + 6);
  return {
    original,
    sealed,
    /** Where the revisions of Kazakhstan and of the Emirates end, in bytes. */
    ends: { kz, ae },
    at,
    /** Runs commands in the folder; the exit code and all that they printed. */
    sh: async (script: string): Promise<{ code: number; output: string }> => {
      const env = { PATH: `${at("bin")}:${process.env.PATH}`, DATA_DIR: at("none"), LC_ALL: "C" };
      return run("sh", ["-c", script], { cwd: folder.path, env }).then(
        ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
        ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
      );
    },
    close: async () => {
      await office.close();
      await trustFiles.close();
      folder.remove();
    },
  };
}
