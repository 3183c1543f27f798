import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { openOffice } from "#tests/support/office.ts";
import { drafts, type Hall, openHall, revises } from "./hall.ts";

/** A text in a language that does not ship, with the words that the office gives. */
let hall: Hall;
beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00Z", await openOffice());
});
afterAll(() => hall.office.close());

const blank = "\\_\\_\\_\\_\\_\\_\\_\\_";

const icelandic = {
  name: "Íslenska",
  article: "{n}. grein",
  page: "Síða {n} af {of}",
  annex: "Viðauki",
  contents: "Efnisyfirlit",
  signatures: "Undirskriftir",
  seal: "Innsigli vörsluaðila",
  digest: "Tætigildi texta",
  list: { separator: ", ", and: " og " },
  opening: "hafa komið sér saman um eftirfarandi:",
  closing:
    "Gjört í {place} á þeim dögum sem greinir við undirskriftirnar, í einu frumriti á {languages}, og eru allir textarnir jafngildir.",
  prevailing: "Greini textana á skal {prevailing} textinn ráða.",
  names: { is: "íslensku", en: "ensku" },
  calledIn: { en: "Icelandic" },
};
const inIcelandic = {
  template: "blank-agreement",
  title: { is: "Samningur um opinbera stjórnsýslu", en: "Agreement on Public Administration" },
  parties: ["KZ", "AE"].map((code) => ({ code })),
  languages: ["is", "en"],
  variables: { place: { is: "Reykjavík", en: "Reykjavík" } },
  terms: { clearance: false, zone: "Atlantic/Reykjavik" },
  words: { is: icelandic },
};

test("a language that does not ship is closed and printed by the words that came with the agreement", async () => {
  const own = await drafts(hall, inIcelandic);
  const text = await (await hall.officers[0].send("GET", `/agreements/${own}/texts/is`)).text();
  expect(text).toMatch(/^# Samningur um opinbera stjórnsýslu\n/);
  expect(text).toContain("hafa komið sér saman um eftirfarandi:");
  expect(text).toContain("Gjört í Reykjavík");
  expect(text).toContain("á íslensku og ensku, og eru allir textarnir jafngildir.");
  const english = await (await hall.officers[0].send("GET", `/agreements/${own}/texts/en`)).text();
  expect(english).toContain("in the following languages: Icelandic and English");
  const answer = await hall.officers[0].send("GET", `/agreements/${own}/pdf?kind=draft`);
  const printed = textOf(new Uint8Array(await answer.arrayBuffer()));
  for (const word of ["1. grein", "Síða 1 af", "Undirskriftir", "Innsigli vörsluaðila"]) {
    expect(printed.replaceAll("\u00a0", " ")).toContain(word);
  }
});

type Preview = { texts: Record<string, string>; problems: { pointer: string; detail: string }[] };

async function preview(change: object): Promise<Preview> {
  const answer = await hall.officers[0].send("POST", "/previews", { ...inIcelandic, ...change });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Preview;
}

test.each([
  ["dz", "is written in a script that no font prints"],
  ["xx", "does not name a language"],
  ["mul", "does not name a language"],
  ["sr-Abcd", "names a script that is not known"],
  ["en-QQ", "names a region that is not known"],
])("no text can be drafted in %s: it %s", async (tag, detail) => {
  const answer = await hall.officers[0].send("POST", "/agreements", {
    ...inIcelandic,
    languages: ["en", tag],
    words: undefined,
  });
  expect(answer.status).toBe(400);
  const fault = { pointer: "/languages/1", detail };
  expect(await answer.json()).toMatchObject({ errors: [fault] });
  const { problems } = await preview({ languages: ["en", tag], words: undefined });
  expect(problems).toContainEqual(fault);
});

test("words that are half written are previewed with blanks, and each gap is named", async () => {
  const whole = await preview({});
  expect(whole.problems).toEqual([]);
  const { texts, problems } = await preview({
    words: { is: { opening: icelandic.opening, closing: "Gjört á {languages}.", names: {} } },
  });
  expect(texts.is).toContain("hafa komið sér saman um eftirfarandi:");
  const of = (field: string, detail: string) => ({ pointer: `/words/is/${field}`, detail });
  expect(problems).toContainEqual(of("closing", "has no {place}"));
  expect(problems).toContainEqual(of("article", "is missing"));
  expect(problems).toContainEqual(of("names/en", "is missing"));
  expect(problems).toContainEqual(of("calledIn/en", "is missing"));
});

test("words are changed while the text is a draft, and print around it", async () => {
  const [officer] = hall.officers;
  const own = await drafts(hall, inIcelandic);
  await revises(hall, own, "is", (text) => text.replace(blank, "Samstarf"));
  const changed = { ...icelandic, article: "Grein {n}", page: "Blaðsíða {n} af {of}" };
  const change = async (words: object) => {
    const { version } = await officer.get<{ version: number }>(`/agreements/${own}`);
    return officer.send("PATCH", `/agreements/${own}`, { words }, { "If-Match": `"${version}"` });
  };
  expect((await change({ is: changed })).status).toBe(200);
  expect(await officer.get(`/agreements/${own}`)).toMatchObject({ words: { is: changed } });
  const evidence = await (await officer.send("GET", `/agreements/${own}/evidence`)).text();
  const entries = evidence.trim().split("\n");
  const last = JSON.parse(entries.at(-1) ?? "") as object;
  expect(last).toMatchObject({ act: "describe", detail: { words: { is: changed } } });
  for (const file of ["pdf?kind=draft", "comparison?from=1&to=2&language=is&as=pdf"]) {
    const answer = await officer.send("GET", `/agreements/${own}/${file}`);
    const printed = textOf(new Uint8Array(await answer.arrayBuffer())).replaceAll("\u00a0", " ");
    expect(printed).toContain("Grein 1");
    expect(printed).toContain("Blaðsíða 1 af");
    expect(printed).not.toContain("§");
  }
  const bare = await change({ is: { ...icelandic, seal: "\u0f40" } });
  expect(await bare.json()).toMatchObject({ errors: [{ pointer: "/words/is/seal" }] });
  const none = await change({});
  expect(await none.json()).toMatchObject({ errors: [{ pointer: "/words/is" }] });
});

test.each([
  ["the agreement's words are needed", { words: undefined }, undefined],
  [
    "a name is missing",
    { words: { is: { ...icelandic, names: { is: "íslensku" } } } },
    "/words/is/names/en",
  ],
  [
    "the formula of the prevailing text is missing",
    { prevailing: "en", words: { is: { ...icelandic, prevailing: undefined } } },
    "/words/is/prevailing",
  ],
  [
    "the closing formula does not name the place",
    { words: { is: { ...icelandic, closing: "Gjört á {languages}." } } },
    "/words/is/closing",
  ],
  ["a language that ships has words", { words: { is: icelandic, en: icelandic } }, "/words/en"],
])("%s: the gap is named", async (_, change, pointer) => {
  const answer = await hall.officers[0].send("POST", "/agreements", { ...inIcelandic, ...change });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
  if (pointer) expect(errors.map((one) => one.pointer)).toContain(pointer);
});
