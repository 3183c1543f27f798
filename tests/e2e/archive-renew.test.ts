import { execFile } from "node:child_process";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { settingsFor } from "#tests/support/logins.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft, openAndSign } from "#tests/support/scenario.ts";
import { openTrustFiles, type TrustFiles } from "#tests/support/trust-files.ts";

const run = promisify(execFile);
const cli = join(import.meta.dirname, "../../src/cli.ts");
const folder = freshFolder();
const file = (name: string) => join(folder.path, name);

let trustFiles: TrustFiles;
let office: Office;
let settings: Record<string, string>;

beforeAll(async () => {
  trustFiles = await openTrustFiles(["KZ", "AE"]);
  office = await openOffice(trustFiles.office);
  const room = await roomOf(office);
  const id = await draft(office);
  await bringToOriginal(office, id);
  await work(office, room);
  await openAndSign(office, id);
  await work(office, room);
  const pdf = await office.as("archivist").send("GET", `/agreements/${id}/pdf?kind=sealed`);
  await writeFile(file("sealed.pdf"), new Uint8Array(await pdf.arrayBuffer()));
  await copyFile(trustFiles.reader.seal, file("trust.pem"));
  const { seal, timestamping } = trustFiles.office;
  settings = {
    PATH: process.env.PATH ?? "",
    DATA_DIR: office.folder,
    TIMESTAMP_URL: timestamping.timestamps.url,
    TIMESTAMP_TRUST_FILE: timestamping.timestamps.trustFile,
    REVOCATION_DIR: timestamping.revocation.folder,
    SEAL_KEY_FILE: seal.keyFile,
    SEAL_CERT_FILE: seal.certFile,
    SEAL_CHAIN_FILE: seal.chainFile,
  };
});
afterAll(async () => {
  await office.close();
  await trustFiles.close();
  folder.remove();
});

async function depositary(words: string[], env = settings) {
  return run(process.execPath, [cli, ...words], { cwd: folder.path, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: String(stdout) + stderr }),
  );
}

const verify = (name: string) =>
  depositary(["verify", file(name), "--trust", file("trust.pem"), "--json"]);

test("one file is renewed without a database, and begins with what it was", async () => {
  const words = ["archive", "renew", file("sealed.pdf"), "--out", file("renewed.pdf")];
  const { code, output } = await depositary([...words, "--trust", file("trust.pem")]);
  expect([code, output]).toEqual([0, expect.stringContaining("holds until")]);
  const [before, after] = await Promise.all(
    ["sealed.pdf", "renewed.pdf"].map((name) => readFile(file(name))),
  );
  expect(after?.subarray(0, before?.length).equals(before ?? Buffer.of())).toBe(true);
  const { verdict, level, timestamps } = JSON.parse((await verify("renewed.pdf")).output);
  expect([verdict, level, timestamps.length]).toEqual(["VALID", "B-LTA", 2]);
});

test("a changed file is not renewed: 1, and nothing is written", async () => {
  const changed = await readFile(file("sealed.pdf"));
  changed[1000]! ^= 1;
  await writeFile(file("changed.pdf"), changed);
  const words = ["archive", "renew", file("changed.pdf"), "--out", file("not.pdf")];
  const { code, output } = await depositary([...words, "--trust", file("trust.pem")]);
  expect([code, output]).toEqual([1, expect.stringContaining("INVALID_DIGEST")]);
  await expect(readFile(file("not.pdf"))).rejects.toThrow("ENOENT");
});

test("all files of a service are renewed that end within the days given", async () => {
  const env = {
    ...settings,
    ...settingsFor(office.url),
    OBJECTS_URL: `file://${join(office.folder, "objects")}`,
    DEMONSTRATION_SEAL: "allowed",
  };
  const early = await depositary(["archive", "renew", "--within", "5"], env);
  expect([early.code, early.output]).toEqual([0, expect.stringMatching(/not due[\s\S]*not due/)]);
  const { code, output } = await depositary(["archive", "renew", "--json"], env);
  expect([code, output]).toEqual([0, expect.stringContaining("renewed")]);
  const outcomes = JSON.parse(output.slice(output.indexOf("[")));
  expect(outcomes).toMatchObject([
    { kind: "sealed", outcome: "renewed" },
    { kind: "evidence", outcome: "renewed" },
  ]);
});

test("called wrongly it ends with 2, and without a timestamp authority with 1", async () => {
  for (const words of [
    ["archive"],
    ["archive", "renew", file("sealed.pdf")],
    ["archive", "renew", "--within", "soon"],
    ["archive", "renew", "--out", file("x.pdf")],
  ]) {
    expect([words, (await depositary(words)).code]).toEqual([words, 2]);
  }
  const { TIMESTAMP_URL: _, TIMESTAMP_TRUST_FILE: __, ...without } = settings;
  const { code, output } = await depositary(["archive", "renew"], without);
  expect([code, output]).toEqual([1, expect.stringContaining("TIMESTAMP_URL")]);
});

test("verify --crl says of a list what it is worth, and ends with 2 only if a file cannot be read", async () => {
  await writeFile(file("broken.crl"), "<html>");
  await writeFile(file("stranger.crl"), trustFiles.of("KZ").list());
  const lists = ["--crl", file("broken.crl"), "--crl", file("stranger.crl")];
  const words = ["verify", file("sealed.pdf"), "--trust", file("trust.pem"), ...lists];
  const { code, output } = await depositary(words);
  expect([code, output]).toEqual([0, expect.stringContaining("VALID B-LTA")]);
  expect(output).toContain("broken.crl is no whole revocation list, DER or PEM. It counts for");
  expect(output).toContain("stranger.crl is of no authority of this file.");
  const missing = await depositary([...words, "--crl", file("absent.crl")]);
  expect([missing.code, missing.output]).toEqual([2, expect.stringContaining("absent.crl")]);
});
