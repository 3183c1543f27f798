import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PossibleAct } from "#src/agreements/read/list-acts.ts";
import { allRefusalCodes } from "#src/errors.ts";
import { languagesOf } from "#src/text/languages.ts";
import { problemTitle, problemWords } from "#src/text/problem-words.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let emirates: Client;

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  emirates = office.as("representative", "AE");
});
afterAll(() => office.close());

const nothing = "/agreements/00000000-0000-4000-8000-000000000000";

/** The language that an answer names, its status and its sentence. */
async function said(response: Response): Promise<[string | null, number, string]> {
  const { detail } = (await response.json()) as { detail: string };
  return [response.headers.get("Content-Language"), response.status, detail];
}

/** What blocks this person's act on the agreement now. */
async function blocked(client: Client, id: string, type: string) {
  const { acts } = await client.get<{ acts: PossibleAct[] }>(`/agreements/${id}`);
  return acts.find(({ act }) => act === type)?.blockedBy;
}

const asks = (language: string) => ({ "Accept-Language": language });

const letterLanguages = languagesOf("letters");

describe("every refusal has its sentence", () => {
  test.each([...allRefusalCodes, "internal" as const])("%s, in each language its own", (code) => {
    const sentences = letterLanguages.map((language) => problemWords(code, language));
    for (const sentence of sentences) expect(sentence).toMatch(/\S.{8,}\.$/);
    expect(new Set(sentences).size).toBe(letterLanguages.length);
  });

  test("a title names each failure in a few words, and no other failure in that language", () => {
    const codes = [...allRefusalCodes, "internal" as const];
    for (const language of letterLanguages) {
      const titles = codes.map((code) => problemTitle(code, language));
      for (const title of titles) expect(title).toMatch(/^\S.{3,58}[^.]$/u);
      expect(new Set(titles).size).toBe(codes.length);
    }
    for (const code of codes) expect(problemTitle(code, "en")).not.toBe(code);
  });

  test.each([
    ["ru", /^[^a-wyz]*\p{Script=Cyrillic}/u],
    ["ar", /\p{Script=Arabic}/u],
    ["kk", /[әғқңөұүһі]/i],
  ])("in %s it is written in that language's letters", (language, letters) => {
    for (const code of allRefusalCodes) expect(problemWords(code, language)).toMatch(letters);
  });

  test("a language that is not ours is answered in English, a region in its language", () => {
    expect(problemWords("not-found", "de")).toBe(problemWords("not-found", "en"));
    expect(problemWords("not-found", "fr-CH")).toBe(problemWords("not-found", "fr"));
  });
});

describe("the request's language comes first", () => {
  test.each([
    ["ar", "ar"],
    ["AR-ae", "ar"],
    ["ru;q=0.9, kk", "kk"],
    ["de, fr;q=0.5", "fr"],
    ["fr;q=0, ru;q=0.1", "ru"],
    ["*, ru;q=0.2", "ru"],
  ])("what is not there is refused to %j in %s", async (header, language) => {
    const answer = await said(await officer.send("GET", nothing, undefined, asks(header)));
    expect(answer).toEqual([language, 404, problemWords("not-found", language)]);
  });

  test("who has not signed in is answered in the language asked for", async () => {
    const answer = await office.anyone.send("GET", "/agreements", undefined, asks("kk"));
    expect(await said(answer)).toEqual(["kk", 401, problemWords("unauthenticated", "kk")]);
    const wrong = { ...asks("fr"), Authorization: "Bearer nobody" };
    const key = await office.anyone.send("GET", "/agreements", undefined, wrong);
    expect(await said(key)).toEqual(["fr", 401, problemWords("unauthenticated", "fr")]);
  });

  test("a person's own language gives way to it", async () => {
    const answer = await said(await emirates.send("GET", nothing, undefined, asks("en")));
    expect(answer).toEqual(["en", 404, "There is no such agreement."]);
  });

  test("an unmet condition and a wrong stage are refused in it, with all else as before", async () => {
    const id = await draft(office);
    await circulate(office, id);
    const { digest } = await emirates.get(`/agreements/${id}`);
    await emirates.act(id, "approvals", { digest });
    const again = await emirates.act(id, "approvals", { digest }, asks("ru;q=0.9, kk"));
    expect(again.headers.get("Vary")).toContain("Accept-Language");
    expect(again.status).toBe(409);
    expect(await again.json()).toEqual({
      requestId: again.headers.get("X-Request-Id"),
      type: "urn:depositary:problem:already-approved",
      title: "Мәтін мақұлданған",
      status: 409,
      detail: "Сіздің тарапыңыз бұл мәтінді мақұлдап қойған.",
      failedGuards: expect.arrayContaining(["party-has-not-approved"]),
      basis: "осы сервистің қағидасы",
    });
    const early = await officer.act(id, "authentication", { digest }, asks("de, fr;q=0.5"));
    expect(await early.json()).toMatchObject({
      type: "urn:depositary:problem:wrong-stage",
      detail: problemWords("wrong-stage", "fr"),
      allowedActs: expect.arrayContaining(["approve"]),
    });
  });
});

describe("where the request names no language of ours", () => {
  const silent = [undefined, "", "*", "de, zh;q=0.5", ';;q=,="\\,x;q=ru,--,q=1'];

  test.each(silent)("%j is answered in the person's language", async (header) => {
    const headers = header === undefined ? {} : asks(header);
    const answer = await said(await emirates.send("GET", nothing, undefined, headers));
    expect(answer).toEqual(["ar", 404, problemWords("not-found", "ar")]);
  });

  test.each(silent)(
    "%j of nobody known is answered in English, as specifically as it was",
    async (header) => {
      const headers = header === undefined ? {} : asks(header);
      const answer = await said(await office.anyone.send("GET", "/agreements", undefined, headers));
      expect(answer).toEqual(["en", 401, "Sign in first."]);
    },
  );
});

describe("what blocks an act is said in the person's language", () => {
  test("in Arabic to the Emirates and in English to the officer", async () => {
    const id = await draft(office);
    await circulate(office, id);
    const { digest } = await emirates.get(`/agreements/${id}`);
    await emirates.act(id, "approvals", { digest });
    expect(await blocked(emirates, id, "approve")).toEqual([
      {
        guard: "party-has-not-approved",
        detail: "سبق لطرفكم أن وافق على هذا النص.",
        basis: "قاعدة من قواعد هذه الخدمة",
      },
    ]);
    await emirates.act(id, "change-requests", { reason: "The wording of Article 3." });
    expect(await blocked(officer, id, "submit")).toEqual([
      {
        guard: "text-changed-since-circulation",
        detail: "The text is the one that was circulated; change it first.",
        basis: "a rule of this service",
      },
    ]);
  });
});
