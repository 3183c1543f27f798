import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RefusalCode } from "#src/errors.ts";
import { problemTitle } from "#src/text/problem-words.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft, newAgreement } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let kazakhstan: Client;

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  kazakhstan = office.as("representative", "KZ");
});
afterAll(() => office.close());

/** The problem's code and status, once the answer is a proper problem. */
async function problem(response: Response): Promise<{ code: string; status: number; body: Body_ }> {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  const body = await response.json();
  const language = response.headers.get("Content-Language") ?? "";
  expect(body.type).toMatch(/^urn:depositary:problem:[a-z-]+$/);
  expect(body.title).toBe(problemTitle(codeOf(body) as RefusalCode, language));
  expect(body.status).toBe(response.status);
  expect(body.detail.length).toBeGreaterThan(10);
  return { code: codeOf(body), status: response.status, body };
}
type Body_ = { errors?: { pointer: string; detail: string }[]; allowedActs?: string[] };

describe("a body that is not what the contract says", () => {
  test("malformed JSON is refused", async () => {
    const { code, status } = await problem(await officer.send("POST", "/agreements", '{"title": '));
    expect([code, status]).toEqual(["malformed-request", 400]);
  });

  test("an unknown key is refused and named", async () => {
    const response = await officer.send("POST", "/agreements", {
      ...newAgreement(),
      stage: "publish",
    });
    const { code, body } = await problem(response);
    expect(code).toBe("malformed-request");
    expect(JSON.stringify(body.errors)).toContain("stage");
  });

  test("JSON nested fifty thousand levels deep is refused", async () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const { code, status } = await problem(await officer.send("POST", "/agreements", deep));
    expect([code, status]).toEqual(["body-too-deep", 400]);
  });

  test("more than a megabyte of JSON is refused", async () => {
    const large = JSON.stringify({ title: "x".repeat(1_100_000) });
    const { code, status } = await problem(await officer.send("POST", "/agreements", large));
    expect([code, status]).toEqual(["body-too-large", 413]);
  });

  test("another media type is refused", async () => {
    const response = await officer.send("POST", "/agreements", "<a/>", {
      "Content-Type": "application/xml",
    });
    const { code, status } = await problem(response);
    expect([code, status]).toEqual(["unsupported-media-type", 415]);
  });

  test("bytes that are not UTF-8 are refused", async () => {
    const response = await office.app.request("/api/v1/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    });
    expect(response.status).toBe(400);
  });

  test("an unknown query key is refused", async () => {
    const { status } = await problem(await officer.send("GET", "/agreements?status=open"));
    expect(status).toBe(400);
  });

  test("a party, a language or a variable that is not known is named by its place", async () => {
    const unknownParty = { ...newAgreement(), parties: [{ code: "KZ" }, { code: "ZZ" }] };
    const first = await problem(await officer.send("POST", "/agreements", unknownParty));
    expect(first.body.errors?.[0]?.pointer).toBe("/parties/1/code");
    const noTitle = newAgreement({ languages: ["en", "kk"], title: { en: "Memorandum" } });
    const second = await problem(await officer.send("POST", "/agreements", noTitle));
    expect(second.body.errors?.[0]?.pointer).toBe("/title/kk");
    const noTemplate = { ...newAgreement(), languages: ["en", "fi"], title: { en: "a", fi: "b" } };
    const third = await problem(await officer.send("POST", "/agreements", noTemplate));
    expect(third.status).toBe(422);
  });
});

test.each([
  ["GET", "/agreements?createdFrom=0000-01-01", undefined, "/createdFrom"],
  ["GET", "/agreements/counts?publishedTo=0000-12-31", undefined, "/publishedTo"],
  ["POST", "/ceremonies", { date: "0000-01-01" }, "/date"],
  [
    "POST",
    "/agreements",
    { terms: { entry: { form: "fixed-date", date: "0000-01-01" } } },
    "/terms/entry/date",
  ],
])(
  "%s %s with a day of the year 0000, which no calendar has, names the day",
  async (method, path, body, pointer) => {
    const response = await officer.send(method, path, body);
    const { code, body: said } = await problem(response);
    expect([code, response.status]).toEqual(["malformed-request", 400]);
    const known = said.errors?.find((fault) => fault.pointer === pointer);
    expect(known?.detail).toBe("has no year 0000");
  },
);

test("an If-Match that is no version is named", async () => {
  const id = await draft(office);
  const headers = { "If-Match": "*" };
  const { body } = await problem(
    await officer.send("PATCH", `/agreements/${id}`, { areas: [] }, headers),
  );
  expect(body.errors?.[0]?.pointer).toBe("/if-match");
});

describe("a text that may not be stored", () => {
  const put = async (id: string, text: string, version: number) =>
    officer.send("PUT", `/agreements/${id}/texts/en`, text, {
      "Content-Type": "text/markdown",
      "If-Match": `"${version}"`,
    });

  test("control characters and hidden direction marks are refused with their place", async () => {
    const id = await draft(office);
    for (const bad of ["\u0007", "\u202e", "\u2066", "\u{e0041}", "\u0000"]) {
      const { code, body } = await problem(await put(id, `# Title\n\n## One\n\na${bad}b`, 1));
      expect(code).toBe("invalid-text");
      expect(body.errors?.[0]).toMatchObject({ line: 5, column: 2 });
    }
  });

  test("a character that no font prints is refused with its code point", async () => {
    const id = await draft(office);
    const { code, body } = await problem(await put(id, "# Title\n\n## One\n\nA 🧿 sign", 1));
    expect(code).toBe("unprintable-character");
    expect(JSON.stringify(body.errors)).toContain("U+1F9FF");
  });

  test("after a refusal nothing has changed", async () => {
    const id = await draft(office);
    await put(id, "# Title\n\n## One\n\na\u0007b", 1);
    const { version, textVersion } = await officer.get(`/agreements/${id}`);
    expect([version, textVersion]).toEqual([1, 1]);
  });
});

describe("an act that comes too late, too early or twice", () => {
  test("a stale version is refused and a missing one too", async () => {
    const id = await draft(office);
    const stale = await officer.send(
      "POST",
      `/agreements/${id}/submissions`,
      {},
      { "If-Match": '"7"' },
    );
    expect((await problem(stale)).code).toBe("stale-version");
    const missing = await officer.send("POST", `/agreements/${id}/submissions`, {});
    expect([(await problem(missing)).status]).toEqual([428]);
  });

  test("an act out of stage is refused with the acts that are possible", async () => {
    const id = await draft(office);
    const response = await officer.act(id, "publication");
    const { code, status, body } = await problem(response);
    expect([code, status]).toEqual(["wrong-stage", 409]);
    expect(body.allowedActs).toContain("submit");
  });

  test("the same key and body are done once, and get the same answer", async () => {
    const key = { "Idempotency-Key": "one" };
    const first = await officer.send("POST", "/agreements", newAgreement(), key);
    const again = await officer.send("POST", "/agreements", newAgreement(), key);
    expect(await again.json()).toEqual(await first.json());
    const other = newAgreement({ areas: ["peer-learning"] });
    const reused = await officer.send("POST", "/agreements", other, key);
    expect((await problem(reused)).code).toBe("key-reused");
  });

  test("an act sent again after its answer was lost is on record once", async () => {
    const id = await draft(office);
    const headers = { "If-Match": '"1"', "Idempotency-Key": "submit-once" };
    const first = await officer.send("POST", `/agreements/${id}/submissions`, {}, headers);
    const again = await officer.send("POST", `/agreements/${id}/submissions`, {}, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get("ETag")).toBe('"2"');
  });

  test("the same key at the same instant is carried out once", async () => {
    const key = { "Idempotency-Key": "race" };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => officer.send("POST", "/agreements", newAgreement(), key)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    const made = await Promise.all(
      answers.filter(({ status }) => status === 201).map((answer) => answer.json()),
    );
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe("a person who does not belong", () => {
  test("nobody signed in is told to sign in, and a bad key too", async () => {
    expect((await office.anyone.send("GET", "/agreements")).status).toBe(401);
    const bad = { Authorization: "Bearer nothing" };
    expect((await office.anyone.send("GET", "/register", undefined, bad)).status).toBe(401);
  });

  test("a draft is not there for a representative, nor circulated for another party", async () => {
    const id = await draft(office);
    const absent = await kazakhstan.send("GET", "/agreements/00000000-0000-4000-8000-00000000abcd");
    const hidden = await kazakhstan.send("GET", `/agreements/${id}`);
    const bodies = [await hidden.json(), await absent.json()];
    const [seen, unseen] = bodies.map(({ requestId: _, ...body }) => body);
    expect([hidden.status, seen]).toEqual([404, unseen]);
    await circulate(office, id);
    expect((await kazakhstan.send("GET", `/agreements/${id}`)).status).toBe(200);
    const states = office.as("representative", "US");
    for (const part of ["", "/texts/en", "/versions", "/source", "/pdf?kind=draft", "/evidence"]) {
      expect((await states.send("GET", `/agreements/${id}${part}`)).status).toBe(404);
    }
    expect((await states.get<{ items: unknown[] }>("/agreements")).items).toEqual([]);
  });

  test("a role that lacks the act is refused before the stage is told", async () => {
    const id = await draft(office);
    await circulate(office, id);
    expect(
      (await problem(await officer.act(id, "approvals", { digest: "0".repeat(64) }))).status,
    ).toBe(403);
    expect((await problem(await kazakhstan.act(id, "submissions"))).status).toBe(403);
  });

  test("a page elsewhere cannot act with a session's cookie", async () => {
    const response = await officer.send("POST", "/agreements", newAgreement(), {
      "Sec-Fetch-Site": "cross-site",
    });
    expect((await problem(response)).code).toBe("cross-site-request");
  });
});
