import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
const agreements: string[] = [];
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  for (let n = 0; n < 6; n++) agreements.push(await draft(office));
  for (const id of agreements.slice(0, 4)) await circulate(office, id);
});
afterAll(() => office.close());

type Page = { items: { id: string; version: number }[]; next: string | null };

const page = (query: string, cursor?: string | null) =>
  officer.get<Page>(`/agreements?${query}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

async function status(path: string, who: Client = officer): Promise<number> {
  return (await who.send("GET", path)).status;
}

/** Reads a list to its end, doing something between its pages. */
async function readAll(query: string, between: (page: number) => Promise<unknown>) {
  const seen: string[] = [];
  let next: string | null = null;
  for (let n = 0; n < 20; n++) {
    const read: Page = await page(query, next);
    seen.push(...read.items.map(({ id }) => id));
    next = read.next;
    if (next === null) return seen;
    await between(n);
  }
  throw new Error("The list has no end.");
}

const touch = (id: string) =>
  officer.act(id, "designations", {
    party: "KZ",
    signatory: office.as("representative", "KZ").person.id,
  });

describe("a list by the last act", () => {
  test("loses no agreement that is touched between two pages, and shows none twice", async () => {
    const [oldest = "", second = ""] = agreements.slice(4);
    const touched: number[] = [];
    const seen = await readAll("sort=updated&limit=2", async (n) => {
      // What would have come on the next pages is touched, and so would be before the first.
      const answer = await touch(n === 0 ? oldest : second);
      touched.push(answer.status);
    });
    expect(touched).toEqual([201, 201]);
    expect([...seen].sort()).toEqual([...agreements].sort());
  });

  test("leaves what is drafted meanwhile to the next reading", async () => {
    const seen = await readAll("sort=updated&limit=2", (n) =>
      n === 0 ? draft(office) : touch(agreements[5] ?? ""),
    );
    expect([...seen].sort()).toEqual([...agreements].sort());
    const again = await readAll("sort=updated&limit=200", async () => {});
    expect(again).toHaveLength(agreements.length + 1);
    expect(again[0]).toBe(agreements[5]);
  });

  test("shows what was touched as it is now", async () => {
    const first = await page("sort=updated&limit=1");
    const [, later = ""] = (await page("sort=updated&limit=200")).items.map(({ id }) => id);
    const before = (await page("sort=updated&limit=200")).items.find(({ id }) => id === later);
    const done = await officer.send(
      "PATCH",
      `/agreements/${later}`,
      { goals: [17] },
      {
        "If-Match": `"${before?.version}"`,
      },
    );
    const second = await page("sort=updated&limit=1", first.next);
    expect(second.items[0]?.id).toBe(later);
    const now = done.status === 200 ? (before?.version ?? 0) + 1 : before?.version;
    expect(second.items[0]?.version).toBe(now);
  });
});

describe("a cursor", () => {
  test("is refused once any character of it is another", async () => {
    const { next } = await page("limit=2");
    expect(await status(`/agreements?limit=2&cursor=${next}`)).toBe(200);
    const found: number[] = [];
    for (let at = 0; at < (next?.length ?? 0); at += 3) {
      const other = next?.[at] === "A" ? "B" : "A";
      const forged = `${next?.slice(0, at)}${other}${next?.slice(at + 1)}`;
      found.push(await status(`/agreements?limit=2&cursor=${forged}`));
    }
    expect(found.every((one) => one === 400)).toBe(true);
  });

  test("is good for its list and filter alone, and for any limit", async () => {
    const { next } = await page("limit=2");
    expect(await status(`/agreements?limit=3&cursor=${next}`)).toBe(200);
    for (const path of [
      `/agreements?limit=2&sort=updated&cursor=${next}`,
      `/agreements?limit=2&party=KZ&cursor=${next}`,
      `/register?limit=2&cursor=${next}`,
      `/credentials?limit=2&cursor=${next}`,
      `/agreements/${agreements[0]}/comments?limit=2&cursor=${next}`,
    ]) {
      expect([path, await status(path)]).toEqual([path, 400]);
    }
    const jobs = await office.as("secretariat").get<{ next: string | null }>("/jobs?limit=1");
    const secretary = office.as("secretariat");
    expect(await status(`/jobs?limit=1&cursor=${jobs.next}`, secretary)).toBe(200);
    expect(await status(`/jobs?limit=1&state=failed&cursor=${jobs.next}`, secretary)).toBe(400);
    expect(await status(`/agreements?cursor=${jobs.next}`)).toBe(400);
  });

  test("that somebody made is refused, however well it is made", async () => {
    const [item] = (await page("limit=1")).items;
    const place = { at: "2026-11-28T00:00:00.000Z", id: item?.id };
    const made = [
      btoa(JSON.stringify(place)),
      Buffer.concat([Buffer.alloc(16), Buffer.from(JSON.stringify(place))]).toString("base64url"),
      "",
      "AAAA",
      "a".repeat(300),
    ];
    for (const cursor of made) {
      expect(await status(`/agreements?cursor=${encodeURIComponent(cursor)}`)).toBe(400);
    }
  });

  test("goes on after a restart of the service, and its key is for the service alone", async () => {
    const { next } = await page("limit=2");
    const { createApp } = await import("#src/http/app.ts");
    const { openCursorKey } = await import("#src/db/cursor.ts");
    const { principalOf } = await import("#src/db/principal.ts");
    const again = createApp(() => ({ ...office.ctx, cursorKey: openCursorKey(office.db) }));
    const answer = await again.request(`/api/v1/agreements?limit=2&cursor=${next}`, {
      headers: { Authorization: `Bearer ${officer.key}` },
    });
    expect(answer.status).toBe(200);
    const own = office.ctx.as(principalOf(officer.person));
    expect(await own.selectFrom("cursor_keys").select("key").execute()).toEqual([]);
  });
});
