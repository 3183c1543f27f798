import { afterAll, beforeAll, expect, test } from "vitest";
import { isConsistent, leafHash, rootByInclusion } from "#src/evidence/merkle.ts";
import { openCheckpoint } from "#src/evidence/open-note.ts";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { fill } from "#tests/support/evidence.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let id = "";
let vkey = "";

beforeAll(async () => {
  office = await openOffice();
  vkey = vkeyOf(office.log);
});
afterAll(() => office.close());

async function json<T>(answer: Response): Promise<T> {
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

test("before the first checkpoint there is none, and a proof is to be asked for later", async () => {
  expect((await office.anyone.send("GET", "/checkpoints")).status).toBe(404);
  id = await draft(office);
  const officer = office.as("legal-officer");
  const answer = await officer.send("GET", `/agreements/${id}/evidence/1/proof`);
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "2"]);
});

test("anybody reads the latest checkpoint and each earlier one, as a note of plain text", async () => {
  await fill(office);
  await circulate(office, id);
  await fill(office);
  const latest = await office.anyone.send("GET", "/checkpoints");
  expect(latest.status).toBe(200);
  expect(latest.headers.get("Content-Type")).toMatch(/^text\/plain/);
  const now = openCheckpoint(await latest.text(), vkey);
  const first = await office.anyone.send("GET", "/checkpoints/1");
  expect(openCheckpoint(await first.text(), vkey)).toMatchObject({ size: 1 });
  expect(now).toMatchObject({ origin: office.log.name, size: 4 });
  for (const size of ["2", "5", "1000000"]) {
    expect((await office.anyone.send("GET", `/checkpoints/${size}`)).status).toBe(404);
  }
  for (const size of ["0", "-1", "x", "1.5", "9".repeat(30)]) {
    expect((await office.anyone.send("GET", `/checkpoints/${size}`)).status).toBe(400);
  }
});

test("anybody is given the proof that a checkpoint continues an earlier one", async () => {
  type Proof = { from: number; size: number; proof: string[] };
  const path = "/checkpoints/4/consistency?from=1";
  const { proof } = await json<Proof>(await office.anyone.send("GET", path));
  const [from, to] = await Promise.all(
    ["1", "4"].map(async (size) => {
      const note = await (await office.anyone.send("GET", `/checkpoints/${size}`)).text();
      return openCheckpoint(note, vkey) ?? { size: 0, root: "" };
    }),
  );
  if (!from || !to) throw new Error("There are two checkpoints.");
  expect(isConsistent(from, to, proof)).toBe(true);
  expect(isConsistent({ ...from, root: leafHash("00") }, to, proof)).toBe(false);
  for (const [other, status] of [
    ["/checkpoints/4/consistency?from=5", 404],
    ["/checkpoints/5/consistency?from=1", 404],
    ["/checkpoints/4/consistency?from=0", 400],
    ["/checkpoints/4/consistency", 400],
  ] as const) {
    expect((await office.anyone.send("GET", other)).status).toBe(status);
  }
});

test("who sees an agreement is given the proof of each of its entries", async () => {
  type Proof = Record<"index" | "size", number> & Record<"hash" | "leaf" | "checkpoint", string>;
  const party = office.as("representative", "KZ");
  for (let seq = 1; seq <= 4; seq++) {
    const path = `/agreements/${id}/evidence/${seq}/proof`;
    const { proof, ...entry } = await json<Proof & { proof: string[] }>(
      await party.send("GET", path),
    );
    const checkpoint = openCheckpoint(entry.checkpoint, vkey);
    const root = rootByInclusion({ ...entry, proof });
    expect([entry.leaf, root]).toEqual([leafHash(entry.hash), checkpoint?.root]);
  }
  const older = `/agreements/${id}/evidence/1/proof?size=1`;
  expect(await json(await party.send("GET", older))).toMatchObject({ size: 1, proof: [] });
  for (const [path, status] of [
    [`/agreements/${id}/evidence/5/proof`, 404],
    [`/agreements/${id}/evidence/2/proof?size=1`, 404],
    [`/agreements/${id}/evidence/1/proof?size=5`, 404],
    [`/agreements/${id}/evidence/0/proof`, 400],
    [`/agreements/${id}/evidence/1/proof?size=0`, 400],
  ] as const) {
    expect([path, (await party.send("GET", path)).status]).toEqual([path, status]);
  }
  const stranger = await office.as("representative", "EE").send("GET", older);
  expect(stranger.status).toBe(404);
});

test("the archive and the secretariat export the whole log, and it holds", async () => {
  for (const role of ["archivist", "secretariat"]) {
    const answer = await office.as(role).send("GET", "/evidence?since=1");
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/x-ndjson/);
    const earlier = await (await office.anyone.send("GET", "/checkpoints/1")).text();
    const found = verifyExport(await answer.text(), { key: vkey, earlier });
    expect(found).toMatchObject({ verdict: "HOLDS", entries: 4 });
  }
});

test("the edge sends those who ask for the whole log elsewhere", async () => {
  const { typesetter } = office.ctx;
  office.ctx.typesetter = null;
  expect((await office.as("archivist").send("GET", "/evidence")).status).toBe(501);
  office.ctx.typesetter = typesetter;
});
