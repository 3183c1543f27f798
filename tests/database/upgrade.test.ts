import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { sealingService } from "#src/people/person.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { strayCounts, strayListings } from "#tests/support/listings.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { signFor } from "#tests/support/scenario.ts";
import agreements from "./from-2a0d178/agreements.json" with { type: "json" };

/** A database, its objects and its log as commit 2a0d178 left them (see the README there). */
const fixture = join(import.meta.dirname, "from-2a0d178");

let office: Office;
beforeAll(async () => {
  office = await openOffice({
    prepare: async ({ url, folder }) => {
      await load(url);
      for (const part of ["objects", "log"]) {
        await cp(join(fixture, part), join(folder, part), { recursive: true });
      }
    },
  });
});
afterAll(() => office?.close());

async function load(url: string): Promise<void> {
  const dump = gunzipSync(await readFile(join(fixture, "database.sql.gz"))).toString();
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const role of ["depositary_api", "depositary_public"]) {
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
    if (!rowCount) await client.query(`CREATE ROLE ${role} NOLOGIN`).catch(() => {});
  }
  // What psql alone understands is left out, and the owner is the login that loads.
  const statements = dump
    .replaceAll(/^\\.*$/gm, "")
    .replaceAll(/\b(TO|ROLE) postgres\b/g, "$1 CURRENT_USER")
    .replace("CREATE SCHEMA public;", "");
  await client.query(statements);
  await client.end();
}

const archivist = () => office.as("archivist");
const trusted = async () => [await readFile(join(fixture, "trust.pem"), "utf8")];

async function pdf(id: string, kind: string): Promise<Uint8Array> {
  const answer = await archivist().send("GET", `/agreements/${id}/pdf?kind=${kind}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

test("what was sealed before the upgrade verifies after it, with its annex and its evidence", async () => {
  const { sealed: id } = agreements;
  for (const kind of ["sealed", "evidence"]) {
    const { verdict } = await verifyPdf(await pdf(id, kind), { trust: await trusted() });
    expect([kind, verdict]).toEqual([kind, "VALID"]);
  }
  const answer = await archivist().send("GET", `/agreements/${id}/evidence`);
  const found = verifyExport(await answer.text(), { key: vkeyOf(office.log) });
  expect(found.verdict).toBe("HOLDS");
  expect((await office.anyone.send("GET", `/register/${id}`)).status).toBe(200);
});

test("a signature given before the upgrade counts after it: the other party signs, and it is sealed", async () => {
  const { half: id } = agreements;
  const stage = async () => (await findAgreement(office.db, id, sealingService)).stage_name;
  expect(await stage()).toBe("sign.open");
  await signFor(office, id, "AE");
  expect(await stage()).toBe("sign.sealing");
  await work(office, await roomOf(office));
  expect(await stage()).toBe("publish");
  const { verdict, signatures } = await verifyPdf(await pdf(id, "sealed"), {
    trust: office.seal.trust,
  });
  expect([verdict, signatures.length]).toEqual(["VALID", 3]);
  const answer = await archivist().send("GET", `/agreements/${id}/evidence`);
  expect(verifyExport(await answer.text(), { key: vkeyOf(office.log) }).verdict).toBe("HOLDS");
});

test("agreements of before the upgrade are listed with their parties, and found by their words", async () => {
  expect(await strayListings(office.db)).toEqual([]);
  expect(await strayCounts(office.db)).toEqual([]);
  type List = { items: { id: string; parties: string[] }[] };
  const { items } = await office.as("legal-officer").get<List>("/agreements");
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.values(agreements)));
  expect(items.every(({ parties }) => parties.length > 0)).toBe(true);
  const found = await office.as("representative", "KZ").get<List>("/agreements?q=article");
  expect(found.items.length).toBeGreaterThan(0);
});

test("a draft of before the upgrade is written on", async () => {
  const officer = office.as("legal-officer");
  const { drafted: id } = agreements;
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const text = "# Memorandum\n\nThe Parties\n\n## Purpose\n\nThey cooperate.\n";
  const put = await officer.send("PUT", `/agreements/${id}/texts/en`, text, headers);
  expect(put.status).toBe(200);
});
