import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { append, bytes, objectWith, text } from "#tests/pdf/attacks/bytes.ts";
import { pdfsig, qpdfCheck } from "#tests/pdf/attacks/oracles.ts";
import { structureFaults } from "#tests/pdf/structure-faults.ts";
import { ec, rsa } from "#tests/support/authority.ts";
import { cardOf, signWithCard } from "#tests/support/card.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, told } from "#tests/support/scenario.ts";
import { softPasskey } from "#tests/support/soft-passkey.ts";
import { openTrustFiles, type TrustFiles } from "#tests/support/trust-files.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const folder = freshFolder();
const at = (name: string) => join(folder.path, name);

let trustFiles: TrustFiles;
let office: Office;
let original: Uint8Array;
let sealed: Uint8Array;
let parts: { kz: number; ae: number };

/** One passkey, one RSA card and one ECDSA card, each answering as `openssl cms` makes it outside the service. */
beforeAll(async () => {
  trustFiles = await openTrustFiles(["KZ", "AE"]);
  office = await openOffice(trustFiles.office);
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
  sealed = await fetch("sealed");
  original = await fetch("original", office.as("representative", "KZ"));
  await writeFile(at("sealed.pdf"), sealed);
  await copyFile(trustFiles.reader.seal, at("office.pem"));
  for (const party of ["KZ", "AE"])
    await copyFile(trustFiles.reader.party(party), at(`${party}.pem`));
  await copyFile(trustFiles.reader.timestampTrust, at("clock.pem"));
  await fill(office);
  await writeFile(at("evidence.ndjson"), await exportOf(office, id));
  await writeFile(at("log.vkey"), `${vkeyOf(office.log)}\n`);
  // As an installed command: the guide's lines call it by its name.
  await mkdir(at("bin"));
  const script = `#!/bin/sh\nexec "${process.execPath}" "${join(root, "src/cli.ts")}" "$@"\n`;
  await writeFile(at("bin/depositary"), script, { mode: 0o755 });
  const [, kz = 0, ae = 0] = [...text(sealed).matchAll(/%%EOF/g)].map(({ index }) => index + 6);
  parts = { kz, ae };
});
afterAll(async () => {
  await office.close();
  await trustFiles.close();
  folder.remove();
});

/** Runs commands in the folder; exit code and all that they printed. */
async function sh(script: string): Promise<{ code: number; output: string }> {
  const env = { PATH: `${at("bin")}:${process.env.PATH}`, DATA_DIR: at("none"), LC_ALL: "C" };
  return run("sh", ["-c", script], { cwd: folder.path, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

const trusting =
  "--trust seal=office.pem --trust KZ=KZ.pem --trust AE=AE.pem --timestamp-trust clock.pem";

async function verdictOf(pdf: Uint8Array): Promise<{ code: number; output: string }> {
  await writeFile(at("changed.pdf"), pdf);
  return sh(`depositary verify changed.pdf ${trusting}`);
}

describe("the sealed file", () => {
  test("begins with the very original that was shown", () => {
    expect(Buffer.compare(sealed.subarray(0, original.length), original)).toBe(0);
  });

  test("is VALID at B-LTA, with each party's signature by the key it was made with", async () => {
    const { code, output } = await sh(`depositary verify sealed.pdf ${trusting} --json`);
    expect(code).toBe(0);
    const { verdict, level, archival, signatures, original: digest } = JSON.parse(output);
    expect([archival, structureFaults(sealed)]).toEqual(["PDF/A-2a", []]);
    expect(digest).toBe(createHash("sha256").update(original).digest("hex"));
    expect([verdict, level]).toEqual(["VALID", "B-LTA"]);
    const rows = signatures.map(({ field, subject, algorithm }: Record<string, string>) => [
      field,
      subject,
      algorithm,
    ]);
    expect(rows).toEqual([
      ["Party-KZ", "CN=Yerlan Abdrakhmanov", "RSA 3072, sha256"],
      ["Party-AE", "CN=Mariam Al Hashimi", "ECDSA prime256v1, sha256"],
      ["Party-HUB", "CN=Seal", "RSA 3072, sha256"],
      ["Seal", "CN=Seal", "RSA 3072, sha256"],
    ]);
  });

  test("is what Poppler and qpdf say it is", () => {
    expect(qpdfCheck(sealed)).toBe(0);
    const [timestamp, ...signatures] = pdfsig(sealed).reverse();
    expect(signatures.map(({ validation }) => validation)).toEqual(
      Array(4).fill("Signature is Valid."),
    );
    expect(timestamp?.total).toBe(true);
  });

  test("says whose each signature is, and who issued its certificate", async () => {
    const { output } = await sh(`depositary verify sealed.pdf ${trusting}`);
    for (const line of [
      "Party-KZ: CN=Yerlan Abdrakhmanov (issued by CN=Ministry-KZ), level",
      "Party-AE: CN=Mariam Al Hashimi (issued by CN=Ministry-AE), level",
      "Party-HUB: CN=Seal (issued by CN=Office), consent attested by the depositary, level",
      "Seal: CN=Seal (issued by CN=Office), level B-LTA",
    ]) {
      expect(output).toContain(line);
    }
  });

  test.each([
    ["one party's authority only", "--trust KZ=KZ.pem", ["Party-AE", "Party-HUB", "Seal"]],
    ["the seal's only", "--trust seal=office.pem", ["Party-KZ", "Party-AE"]],
    ["the seal's only, without its name", "--trust office.pem", ["Party-KZ", "Party-AE"]],
    [
      "the parties' the wrong way round",
      "--trust seal=office.pem --trust KZ=AE.pem --trust AE=KZ.pem",
      ["Party-KZ", "Party-AE"],
    ],
    [
      "an authority for a party that signed with none of its own",
      `${"--trust seal=office.pem --trust KZ=KZ.pem --trust AE=AE.pem"} --trust HUB=KZ.pem`,
      ["Party-HUB"],
    ],
  ])("is UNTRUSTED to who trusts %s", async (_, words, fields) => {
    const { code, output } = await sh(
      `depositary verify sealed.pdf ${words} --timestamp-trust clock.pem`,
    );
    expect([code, output.split("\n")[0]]).toEqual([1, "UNTRUSTED"]);
    const named = [...output.matchAll(/certificate of signature "([^"]+)"/g)].map(([, one]) => one);
    expect(named).toEqual(fields);
  });

  test.each([
    ["a party that the file has not", `${"--trust seal=office.pem"} --trust FR=KZ.pem`, "FR"],
    ["a file that is not there", "--trust KZ=none.pem", "none.pem"],
    ["a file without certificates", "--trust seal=sealed.pdf", "sealed.pdf"],
    ["a broken certificate", "--trust KZ=broken.pem", "broken.pem"],
    ["a broken certificate of a clock", "--timestamp-trust broken.pem", "broken.pem"],
    ["a name without a file", "--trust KZ=", "KZ="],
    ["several authorities in one heap", "--trust heap.pem", "CN=Ministry-KZ"],
  ])("%s ends with 2 and is named", async (_, words, name) => {
    const pem = await readFile(at("KZ.pem"), "utf8");
    await writeFile(at("broken.pem"), pem.replace(/\n[A-Za-z0-9+/]{9}/, "\n!!!!!!!!!"));
    await writeFile(at("heap.pem"), (await readFile(at("office.pem"), "utf8")) + pem);
    const { code, output } = await sh(`depositary verify sealed.pdf ${words}`);
    expect(code).toBe(2);
    expect(output.split("\n")[0]).toContain(name);
  });
});

describe("a reader is told what was done to it:", () => {
  test("a byte flipped in the text names every signature after which it changed", async () => {
    const changed = sealed.slice();
    changed[Math.floor(original.length / 2)]! ^= 1;
    const { code, output } = await verdictOf(changed);
    expect([code, output.split("\n")[0]]).toEqual([1, "INVALID_DIGEST"]);
    for (const field of ["Party-KZ", "Party-AE", "Party-HUB", "Seal"]) {
      expect(output).toContain(`The file was changed after signature "${field}" was made.`);
    }
  });

  test("a byte flipped in a party's signature names that signature first", async () => {
    const at = text(sealed).indexOf("/Contents <", original.length) + 2000;
    const changed = sealed.slice();
    changed[at] = changed[at] === 0x61 ? 0x62 : 0x61;
    const { code, output } = await verdictOf(changed);
    expect(code).toBe(1);
    expect(output).toContain('"Party-KZ"');
    expect(output).toContain('The file was changed after signature "Party-AE" was made.');
  });

  test("a revision appended", async () => {
    const page = objectWith(sealed, /\/Type ?\/Page(?![A-Za-z])/);
    const changed = append(sealed, {
      [page.number]: page.value.replace("/Contents", "/Void"),
    });
    const { code, output } = await verdictOf(changed);
    expect([code, output.split("\n")[0]]).toEqual([1, "MODIFIED"]);
    expect(output).toContain("Something was added to the file after its last signature.");
  });

  test("a party's signature taken away by cutting the file names the party", async () => {
    const { code, output } = await verdictOf(sealed.subarray(0, parts.kz));
    expect([code, output.split("\n")[0]]).toEqual([1, "INCOMPLETE"]);
    expect(output).toContain(
      'The signature "Party-AE" is missing: its place in the file is empty.',
    );
  });

  test("a party's revision cut out of the middle", async () => {
    const without = Buffer.concat([sealed.subarray(0, parts.kz), sealed.subarray(parts.ae)]);
    const { code, output } = await verdictOf(new Uint8Array(without));
    expect(code).toBe(1);
    expect(output).toMatch(/^(MODIFIED|INVALID_DIGEST|MALFORMED)/);
  });

  test("a party's signature emptied", async () => {
    const from = text(sealed).indexOf("/Contents <", parts.kz) + "/Contents <".length;
    const to = text(sealed).indexOf(">", from);
    const emptied = bytes(
      text(sealed).slice(0, from) + "0".repeat(to - from) + text(sealed).slice(to),
    );
    const { code, output } = await verdictOf(emptied);
    expect([code, output.split("\n")[0]]).toEqual([1, "INVALID_DIGEST"]);
    expect(output).toContain('Signature "Party-AE" is empty.');
  });

  test("a party's signature taken out of its field by an update", async () => {
    const field = objectWith(sealed, /\/T \(Party-AE\)[\s\S]*\/V /);
    const changed = append(sealed, {
      [field.number]: field.value.replace(/\/V \d+ 0 R/, ""),
    });
    const { code, output } = await verdictOf(changed);
    expect([code, output.split("\n")[0]]).toEqual([1, "MODIFIED"]);
  });
});

test("docs/VERIFY.md: each of its commands runs, and says yes", async () => {
  const guide = await readFile(join(root, "docs/VERIFY.md"), "utf8");
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, script = ""]) => script);
  expect(blocks).toHaveLength(6);
  const outputs: string[] = [];
  for (const block of blocks) {
    const { code, output } = await sh(block);
    expect([block, code, output]).toEqual([block, 0, output]);
    outputs.push(output);
  }
  const [ours, viewers, openssl, whole, digest, evidence] = outputs as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  expect(ours).toMatch(/^VALID B-LTA/);
  expect(viewers.match(/Signature is Valid/g)).toHaveLength(4);
  expect(viewers).toContain("Total document signed");
  const subjects = [...openssl.matchAll(/subject=CN = ([\w ]+)/g)].map(([, name]) => name);
  expect(subjects).toEqual(["Yerlan Abdrakhmanov", "Mariam Al Hashimi", "Seal", "Seal"]);
  const issuers = [...openssl.matchAll(/issuer=CN = ([\w-]+)/g)].map(([, name]) => name);
  expect(issuers).toEqual(["Ministry-KZ", "Ministry-AE", "Office", "Office"]);
  expect(openssl.match(/^(Party-\w+|Seal)$/gm)).toEqual([
    "Party-KZ",
    "Party-AE",
    "Party-HUB",
    "Seal",
  ]);
  expect(openssl).toContain("Verification: OK");
  expect(whole).toBe("The last signature covers the whole file.\n");
  expect(digest).toContain(createHash("sha256").update(original).digest("hex"));
  expect(evidence).toMatch(/^HOLDS/);
  expect(evidence).toMatch(/HUB consented .* by passkey/);
  expect(evidence).toMatch(/KZ consented .* by the certificate of CN=Yerlan Abdrakhmanov/);
});
