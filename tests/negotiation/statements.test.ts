import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, takes } from "./hall.ts";

/** Territories, declarations under articles, and authorities, beside a State's consent. */
let hall: Hall;
let id = "";
const on = "2027-01-10";

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties: ["KZ", "KR", "HUB"],
    title: { en: "Convention on Exchanges", ru: "Конвенция об обменах" },
    variables: { place: "Astana" },
    terms: {
      consent: ["subject-to-ratification"],
      entry: { form: "nth-deposit", deposits: 2, days: 30 },
      accession: true,
      territories: { declarations: true, delayDays: 90 },
      declarations: [
        { article: 2, kind: "declaration", mandatory: true, title: { en: "Scope", ru: "Сфера" } },
        { article: 3, kind: "declaration", mandatory: false, title: { en: "Jurisdiction" } },
        { article: 4, kind: "authority", mandatory: false, title: { en: "Central authority" } },
      ],
    },
    as: "subject-to-ratification",
  });
});
afterAll(() => hall.office.close());

const declaration = { article: 2, language: "en", text: "It applies to all services." };
const instrument = (party: string, more: object = {}) => ({
  party,
  kind: "ratification",
  signedBy: "The Head of State",
  on,
  ...more,
});
type Statement = { act: string; said: Record<string, unknown> };
const statements = async (code: string) => {
  const { participants } = await hall
    .of("KR")
    .get<{ participants: { party: string; statements: Statement[] }[] }>(
      `/agreements/${id}/participation`,
    );
  return participants.find(({ party }) => party === code)?.statements ?? [];
};

test("an instrument without the declaration that the text requires is not in due form", async () => {
  const [secretary] = hall.secretaries;
  expect(await refused(secretary, id, "deposits", instrument("KZ"))).toEqual([
    422,
    "declaration-missing",
  ]);
  const other = { declarations: [declaration, { ...declaration, article: 9 }] };
  expect(await refused(secretary, id, "deposits", instrument("KZ", other))).toEqual([
    422,
    "declaration-not-provided",
  ]);
  const twice = { declarations: [declaration, declaration] };
  expect((await refused(secretary, id, "deposits", instrument("KZ", twice)))[0]).toBe(400);
  await takes(secretary, id, "deposits", instrument("KZ", { declarations: [declaration] }));
  expect(await statements("KZ")).toMatchObject([
    { act: "declare-under-article", said: { article: 2, change: "made", text: declaration.text } },
  ]);
});

test("a declaration is made once, changed, and withdrawn only if the text does not require it", async () => {
  const declares = (body: object) => refused(hall.of("KZ"), id, "article-declarations", body);
  expect(await declares(declaration)).toEqual([409, "already-declared"]);
  expect(await declares({ article: 2, change: "withdrawn", language: "en" })).toEqual([
    422,
    "declaration-is-mandatory",
  ]);
  expect(await declares({ article: 3, change: "withdrawn", language: "en" })).toEqual([
    422,
    "not-declared",
  ]);
  expect((await declares({ article: 3, language: "en" }))[0]).toBe(400);
  expect(await declares({ article: 4, language: "en", text: "X." })).toEqual([
    422,
    "declaration-not-provided",
  ]);
  const own = hall.of("KZ");
  const changed = { ...declaration, change: "changed", text: "To most services." };
  await takes(own, id, "article-declarations", changed);
  const jurisdiction = { article: 3, language: "en", text: "We accept the Court." };
  await takes(own, id, "article-declarations", jurisdiction);
  await takes(own, id, "article-declarations", { article: 3, change: "withdrawn", language: "en" });
  await takes(own, id, "article-declarations", jurisdiction);
});

test("a State extends the agreement to its territories by their names, with the text's delay", async () => {
  const extends_ = { effect: "extension", territories: ["The Island", "The Cape"], language: "en" };
  expect((await refused(hall.of("KR"), id, "territories", extends_))[1]).toBe("wrong-standing");
  await takes(hall.of("KZ"), id, "territories", extends_);
  const withdrawal = { effect: "withdrawal", territories: ["The Coast"], language: "en" };
  expect(await refused(hall.of("KZ"), id, "territories", withdrawal)).toEqual([
    422,
    "territory-not-declared",
  ]);
  await takes(hall.of("KZ"), id, "territories", { ...withdrawal, territories: ["The Cape"] });
  expect((await statements("KZ")).filter(({ act }) => act === "declare-territory")).toMatchObject([
    { said: { territories: ["The Island", "The Cape"], takesEffectOn: "2027-04-10" } },
    { said: { effect: "withdrawal", territories: ["The Cape"] } },
  ]);
});

test("the authority that an article asks for is public, and its replacement leaves it on record", async () => {
  const authority = {
    article: 4,
    language: "en",
    name: "Ministry of Justice",
    address: "1 Street, Astana",
    contact: "authority@example.org",
  };
  expect(await refused(hall.of("KZ"), id, "authorities", { ...authority, article: 2 })).toEqual([
    422,
    "authority-not-provided",
  ]);
  await takes(hall.of("KZ"), id, "authorities", authority);
  const file = await attaches(hall.secretaries[0], id);
  const later = { ...authority, party: "KZ", name: "Agency of Justice", from: "2027-02-01", file };
  await takes(hall.secretaries[0], id, "authorities", later);
  const { parties } = await hall
    .of("KR")
    .get<{ parties: { code: string; statements: Statement[] }[] }>(`/register/${id}`);
  const shown = parties.find(({ code }) => code === "KZ")?.statements ?? [];
  const named = shown.filter(({ act }) => act === "designate-authority");
  expect(named).toMatchObject([
    { said: { name: "Ministry of Justice", from: on } },
    { said: { name: "Agency of Justice", from: "2027-02-01" } },
  ]);
  expect(named[1]?.said).not.toHaveProperty("file");
  await hall.work();
  expect(hall.sent.some(({ text }) => text.includes("designated an authority"))).toBe(true);
});

test("a text that admits no declarations on territories refuses them", async () => {
  const two = await concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", withdrawal_months: 6, duration_years: 1 },
    clauses: { consent: "definitive", "entry-into-force": "last-signature" },
    terms: { alternat: "none", territories: { declarations: false } },
    as: "definitive",
  });
  const { inForceOn, entry } = await hall.status(two);
  expect(inForceOn).toBeNull();
  const dates = { instrument: entry.on, parties: { KZ: entry.on, KR: entry.on } };
  await takes(hall.secretaries[0], two, "entry-into-force", dates);
  await hall.at("2027-01-11T09:00:00+05:00");
  const body = { effect: "exclusion", territories: ["The Island"], language: "en" };
  expect(await refused(hall.of("KZ"), two, "territories", body)).toEqual([
    422,
    "territories-not-provided",
  ]);
});
