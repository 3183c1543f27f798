import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweepFiles } from "#src/agreements/files/sweep-files.ts";
import { sha256 } from "#src/bytes/sha256.ts";
import { trials } from "#tests/support/length.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

/** What people attach: how much, for how long, and that nothing which counts goes with it. */
let office: Office;
let id = "";
let kz: Client;
let officer: Client;
const start = new Date("2027-01-10T09:00:00Z");
let time = start;
const days = (count: number) => {
  time = new Date(time.getTime() + count * 86_400_000);
};

beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => time;
  id = await draft(office);
  await circulate(office, id);
  kz = office.as("representative", "KZ");
  officer = office.as("legal-officer");
});
afterAll(() => office.close());

let count = 0;
const scan = () => `%PDF-1.7 scan ${++count}`;
const attach = (who: Client, bytes: string, language = "en") =>
  who.send("POST", `/agreements/${id}/files`, bytes, {
    "Content-Type": "application/pdf",
    "Accept-Language": language,
  });
const attached = async (who: Client, bytes: string) => {
  const answer = await attach(who, bytes);
  expect(answer.status).toBe(201);
  return (await answer.json()) as { digest: string; until: string | null };
};
const read = async (who: Client, digest: string) => {
  const answer = await who.send("GET", `/agreements/${id}/files/${digest}`);
  return answer.status === 200 ? await answer.text() : answer.status;
};
/** Full powers of the party's own representative, with this scan. */
const presents = (who: Client, file: string) =>
  who.act(id, "credentials", {
    person: who.person.id,
    kind: "full-powers",
    issuedBy: "Ministry of Foreign Affairs",
    signedBy: "Minister of Foreign Affairs",
    instrument: "The agreement",
    acts: ["sign"],
    place: "Capital",
    issuedOn: "2027-01-05",
    form: "copy",
    file,
  });

test("a file that no act names goes after 30 days, one that is named stays", async () => {
  const [unnamed, named] = [scan(), scan()];
  const first = await attached(kz, unnamed);
  expect(first.until).toBe("2027-02-09T09:00:00.000Z");
  const second = await attached(kz, named);
  expect((await presents(kz, second.digest)).status).toBe(201);
  expect((await attached(kz, named)).until).toBeNull();
  days(29);
  await sweepFiles(office.ctx);
  expect(await read(kz, first.digest)).toBe(unnamed);
  days(2);
  await sweepFiles(office.ctx);
  expect(await read(kz, first.digest)).toBe(404);
  expect(await office.ctx.objects.attached.has(first.digest)).toBe(false);
  expect(await read(kz, second.digest)).toBe(named);
  const refused = await presents(kz, first.digest);
  expect([refused.status, codeOf(await refused.json())]).toEqual([400, "malformed-request"]);
  expect((await attached(kz, unnamed)).until).not.toBeNull();
  expect(await read(kz, first.digest)).toBe(unnamed);
});

test("attaching a file again renews its time", async () => {
  const text = scan();
  const { digest } = await attached(kz, text);
  days(20);
  await attached(kz, text);
  days(20);
  await sweepFiles(office.ctx);
  expect(await read(kz, digest)).toBe(text);
});

test("the same scan from two parties is each one's own, and goes with the last of them", async () => {
  const text = scan();
  const ae = office.as("representative", "AE");
  const { digest } = await attached(kz, text);
  expect(await read(ae, digest)).toBe(404);
  days(20);
  await attached(ae, text);
  expect(await read(ae, digest)).toBe(text);
  days(20);
  await sweepFiles(office.ctx);
  expect(await read(kz, digest)).toBe(404);
  expect(await read(ae, digest)).toBe(text);
  days(20);
  await sweepFiles(office.ctx);
  expect(await read(ae, digest)).toBe(404);
  expect(await office.ctx.objects.attached.has(digest)).toBe(false);
});

test("a copy of the office's own file can be swept without deleting the original", async () => {
  const text = scan();
  const digest = await office.ctx.objects.put(new TextEncoder().encode(text));
  await attached(kz, text);
  days(31);
  await sweepFiles(office.ctx);
  expect(await read(kz, digest)).toBe(404);
  expect(await office.ctx.objects.has(digest)).toBe(true);
});

test("what waits for a second officer keeps its file", async () => {
  const text = scan();
  const { digest } = await attached(officer, text);
  const row = office.db.updateTable("files").where("digest", "=", digest);
  await row.set({ named_at: time }).execute();
  const rows = sql.raw(`files WHERE digest = '${digest}'`);
  await expect(sql`DELETE FROM ${rows}`.execute(office.db)).rejects.toThrow("never changed");
  days(31);
  await sweepFiles(office.ctx);
  expect(await read(officer, digest)).toBe(text);
});

test("of files whose bytes never came no act can speak, and they go too", async () => {
  const text = scan();
  const { objects } = office.ctx;
  office.ctx.objects = {
    ...objects,
    attached: { ...objects.attached, put: () => Promise.reject(new Error("killed")) },
  };
  expect((await attach(kz, text)).status).toBe(500);
  office.ctx.objects = objects;
  const digest = await sha256(text);
  expect(await read(kz, digest)).toBe(404);
  expect((await presents(kz, digest)).status).toBe(400);
  days(31);
  await sweepFiles(office.ctx);
  const rows = office.db.selectFrom("files").select("digest").where("digest", "=", digest);
  expect(await rows.execute()).toEqual([]);
});

test("50 files of a party may wait for an act; the next is refused in its language, another party's is not", async () => {
  days(31);
  await sweepFiles(office.ctx);
  const answers = await Promise.all(Array.from({ length: 53 }, () => attach(kz, scan())));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(50);
  expect(statuses.filter((status) => status === 409)).toHaveLength(3);
  const refuse = await attach(kz, scan(), "kk");
  const refused = (await refuse.json()) as Record<string, string>;
  expect(codeOf(refused)).toBe("too-many-files");
  expect(refused.detail).toMatch(/^Мұнда ешбір әрекет/);
  expect((await attach(officer, scan())).status).toBe(201);
  // One that is there already is no further one, and one that an act names makes room.
  const one = answers.find(({ status }) => status === 201) ?? refuse;
  const { digest } = (await one.json()) as { digest: string };
  expect((await presents(kz, digest)).status).toBe(201);
  expect((await attach(kz, scan())).status).toBe(201);
  expect((await attach(kz, scan())).status).toBe(409);
});

test("200 MB of a party may wait for an act", async () => {
  days(31);
  await sweepFiles(office.ctx);
  const text = scan();
  const row = { agreement: id, digest: "b".repeat(64), type: "application/pdf", named_at: null };
  const { id: person } = kz.person;
  const bytes = 200_000_000 - text.length;
  await office.db
    .insertInto("files")
    .values({ ...row, bytes, person, party: "KZ", at: time })
    .execute();
  expect((await attach(kz, `${text} `)).status).toBe(409);
  expect((await attach(kz, text)).status).toBe(201);
});

test("attached at the moment of the sweep, a file is there whole or attached in vain, never named and gone", async () => {
  days(31);
  await sweepFiles(office.ctx);
  for (let nth = 0; nth < trials({ short: 20, long: 500 }); nth++) {
    const text = scan();
    const { digest } = await attached(kz, text);
    days(31);
    const [, , answer] = await Promise.all([
      sweepFiles(office.ctx),
      nth % 2 ? sweepFiles(office.ctx) : null,
      nth % 3 ? attach(kz, text) : presents(kz, digest),
    ]);
    if (answer.status !== 201) continue;
    await sweepFiles(office.ctx);
    expect(await read(kz, digest)).toBe(text);
  }
});
