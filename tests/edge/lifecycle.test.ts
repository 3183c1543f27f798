import { afterAll, beforeAll, expect, test } from "vitest";
import { readFacts } from "#src/agreements/facts.ts";
import { findAgreement } from "#src/agreements/find.ts";
import { reportSealed } from "#src/agreements/service/report-sealed.ts";
import { reportTypeset } from "#src/agreements/service/report-typeset.ts";
import { objectsInR2, type R2Bucket } from "#src/archive/objects-r2.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { sealingService } from "#src/people/person.ts";
import { type EdgeClient, type EdgeOffice, openEdgeOffice } from "#tests/support/edge.ts";
import { fill } from "#tests/support/evidence.ts";
import { draft, newAgreement, shownOriginal, shownOriginals } from "#tests/support/scenario.ts";

const sealed = new TextEncoder().encode("%PDF-1.7 sealed");
const other = new TextEncoder().encode("%PDF-1.7 other");

let at: EdgeOffice;
let officers: [EdgeClient, EdgeClient];
let id: string;
let digest: string;

beforeAll(async () => {
  at = await openEdgeOffice();
  officers = [at.as("legal-officer"), at.as("legal-officer", null, 1)];
});
afterAll(() => at.close());

async function bucket(): Promise<R2Bucket> {
  return (await at.edge.getWorker<{ OBJECTS: R2Bucket }>().getEnv()).OBJECTS;
}

// One connection serves a request at the edge: an act that asked for a second would wait for itself.
test("an agreement is taken from its draft to the last signature", async () => {
  const [first, second] = officers;
  const created = await first.send(
    "POST",
    "/agreements",
    newAgreement({ languages: ["en", "ru"] }),
  );
  ({ id } = (await created.json()) as { id: string });
  for (const party of ["KZ", "AE"]) {
    const signatory = at.office.as("representative", party).person.id;
    await first.act(id, "designations", { party, signatory });
  }
  await first.act(id, "submissions");
  const text = (await readFacts(at.office.db, id)).digest;
  for (const party of ["KZ", "AE"]) {
    await at.as("representative", party).act(id, "approvals", { digest: text });
  }
  for (const language of ["en", "ru"]) {
    await second.act(id, "concordances", { language, digest: text });
  }
  for (const officer of officers) await officer.act(id, "authentication", { digest: text });
  const { text_version: number } = await findAgreement(at.office.db, id, sealingService);
  await reportTypeset(at.office.ctx, { agreement: id, number, originals: shownOriginals });
  for (const officer of officers) await officer.act(id, "signing");
  // The full service keeps the log, and its checkpoint says the log's name.
  await fill(at.office);
  for (const party of ["KZ", "AE"]) {
    await at.as("representative", party).act(id, "signatures", {
      original: shownOriginal,
      binding: false,
    });
  }
  const { stage_name } = await findAgreement(at.office.db, id, sealingService);
  expect(stage_name).toBe("sign.sealing");
});

test("whatever can be read of it is read", async () => {
  const under = ["", "/texts/ru", "/versions", "/versions/1", "/source", "/checks", "/evidence"];
  const paths = [...under.map((part) => `/agreements/${id}${part}`), "/people", "/templates"];
  for (const path of paths) {
    const answer = await officers[0].send("GET", path);
    expect([path, answer.status, (await answer.text()).length > 0]).toEqual([path, 200, true]);
  }
});

test("the sealed file that R2 keeps is published under its digest", async () => {
  digest = await objectsInR2(await bucket()).put(sealed);
  const { text_version: number } = await findAgreement(at.office.db, id, sealingService);
  const seal = {
    original: "common",
    originalDigest: shownOriginal,
    digest,
    level: "B-B",
    trusted: false,
  };
  await reportSealed(at.office.ctx, { agreement: id, number, seals: [seal] });
  await officers[0].act(id, "publication");
  const answer = await at.anyone.send("GET", `/register/${id}/pdf`);
  expect([answer.status, answer.headers.get("ETag")]).toEqual([200, `"${digest}"`]);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sealed);
  const listed = async (path: string) => await (await at.anyone.send("GET", path)).json();
  for (const path of ["/register", "/register?party=KZ", "/register?q=DEP"]) {
    expect(await listed(path)).toMatchObject({ items: [{ id }] });
  }
  // A draft beside it is not published.
  await draft(at.office);
  expect(await listed("/register/statistics")).toMatchObject({ agreements: 1 });
  const counts = await officers[0].send("GET", "/agreements/counts?q=DEP");
  expect(await counts.json()).toEqual({
    stages: { "draft.editing": 1, publish: 1 },
    atLeast: false,
  });
  const part = await at.anyone.send("GET", `/register/${id}/pdf`, undefined, {
    Range: "bytes=0-3",
  });
  expect([part.status, await part.text()]).toEqual([206, "%PDF"]);
  const held = { "If-None-Match": `"${digest}"` };
  const same = await at.anyone.send("GET", `/register/${id}/pdf`, undefined, held);
  expect(same.status).toBe(304);
});

test("R2 keeps what it has: nothing is written over it, and no bytes under a digest not theirs", async () => {
  const store = objectsInR2(await bucket());
  expect(await store.put(sealed)).toBe(digest);
  expect(await store.get(digest)).toEqual(sealed);
  expect([await store.has(digest), await store.has("b".repeat(64))]).toEqual([true, false]);
  const wrong = (await bucket()).put("c".repeat(64), other, {
    onlyIf: new Headers({ "if-none-match": "*" }),
    sha256: "c".repeat(64),
  });
  await expect(wrong).rejects.toThrow();
});

test("a sealed file whose bytes have changed is not served", async () => {
  const anyway = { onlyIf: new Headers(), sha256: await sha256(other) };
  await (await bucket()).put(digest, other, anyway);
  const answer = await at.anyone.send("GET", `/register/${id}/pdf`);
  expect(answer.status).toBe(502);
  expect(await answer.json()).toMatchObject({ type: "urn:depositary:problem:integrity-error" });
});
