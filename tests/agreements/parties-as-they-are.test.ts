import { afterAll, beforeAll, expect, test } from "vitest";
import type { Party } from "#src/parties/find.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { newAgreement } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let secretary: Client;
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  secretary = office.as("secretariat");
  for (const party of [labour, civilService]) {
    const answer = await secretary.send("POST", "/parties", party);
    if (answer.status !== 201) throw new Error(await answer.text());
  }
});
afterAll(() => office.close());

const labour = {
  code: "MLSP",
  kind: "ministry",
  state: "KZ",
  names: {
    en: "the Ministry of Labour of the Republic of Kazakhstan",
    ru: "Министерство труда Республики Казахстан",
  },
  forms: { ru: { genitive: "Министерства труда Республики Казахстан" } },
};
const civilService = {
  code: "FAHR",
  kind: "agency",
  state: "AE",
  names: { en: "the Federal Authority for Government Human Resources" },
};

type View = {
  version: number;
  parties: {
    code: string;
    names: Record<string, string>;
    kind: string;
    as: string | null;
    state: string | null;
  }[];
  order: object;
};
type Named = { code: string; as?: "state" | "government" };

async function drafts(parties: Named[], more: object = {}) {
  const answer = await officer.send("POST", "/agreements", { ...newAgreement(), parties, ...more });
  const done = (await answer.json()) as {
    type?: string;
    id: string;
    errors?: { pointer: string; detail: string }[];
  };
  return { status: answer.status, done, code: codeOf(done) };
}

async function drafted(parties: Named[], more: object = {}): Promise<string> {
  const { status, done } = await drafts(parties, more);
  if (status !== 201) throw new Error(JSON.stringify(done));
  return done.id;
}

const view = (id: string) => officer.get<View>(`/agreements/${id}`);
const textOf = async (id: string, language: string) =>
  (await officer.send("GET", `/agreements/${id}/texts/${language}`)).text();

test("a State takes part as its Government, which the text and the record name in every language", async () => {
  const id = await drafted(
    [{ code: "KZ", as: "government" }, { code: "FR", as: "government" }, { code: "HUB" }],
    {
      languages: ["en", "ru", "ar", "kk", "fr"],
      title: { en: "M", ru: "М", ar: "م", kk: "М", fr: "M" },
    },
  );
  const { parties } = await view(id);
  expect(parties.map(({ code, kind, as }) => [code, kind, as])).toEqual([
    ["FR", "state", "government"],
    ["KZ", "state", "government"],
    ["HUB", "organization", null],
  ]);
  for (const [language, words] of [
    ["en", "the Government of the French Republic, the Government of the Republic of Kazakhstan"],
    ["ru", "Правительство Французской Республики, Правительство Республики Казахстан"],
    ["ar", "حكومة الجمهورية الفرنسية وحكومة جمهورية كازاخستان"],
    ["kk", "Француз Республикасының Үкіметі, Қазақстан Республикасының Үкіметі"],
    [
      "fr",
      "le Gouvernement de la République française, le Gouvernement de la République du Kazakhstan",
    ],
  ] as const) {
    expect(await textOf(id, language)).toContain(words);
  }
  expect(parties[1]?.names.en).toBe("the Government of the Republic of Kazakhstan");
});

test("a ministry or an agency takes part under its own name, with the State behind it on record", async () => {
  const { parties } = await view(await drafted([{ code: "MLSP" }, { code: "FAHR" }]));
  expect(parties.map(({ code, kind, state, as }) => [code, kind, state, as])).toEqual([
    ["MLSP", "ministry", "KZ", null],
    ["FAHR", "agency", "AE", null],
  ]);
});

test("a State or its Government beside its own ministry is refused, and so is the Government of no State", async () => {
  for (const as of ["state", "government"] as const) {
    const { status, code, done } = await drafts([{ code: "KZ", as }, { code: "MLSP" }]);
    expect([status, code]).toEqual([409, "party-of-two-kinds"]);
    expect(done.errors).toEqual([{ pointer: "/parties/1/code", detail: "MLSP is a body of KZ" }]);
  }
  for (const code of ["MLSP", "HUB"]) {
    const refused = await drafts([{ code, as: "government" }, { code: "EE" }]);
    expect([refused.status, refused.code]).toEqual([422, "not-a-government"]);
  }
  const twice = await drafts([{ code: "KZ" }, { code: "KZ", as: "government" }]);
  expect(twice.status).toBe(400);
});

test("bodies of one State cannot agree among themselves alone, and may stand together beside others", async () => {
  for (const code of ["MFKZ", "MFAE"]) {
    const state = code.slice(2);
    const body = {
      code,
      kind: "ministry",
      state,
      names: { en: `the Ministry of Finance, ${state}` },
    };
    expect((await secretary.send("POST", "/parties", body)).status).toBe(201);
  }
  const alone = await drafts([{ code: "MLSP" }, { code: "MFKZ" }]);
  expect([alone.status, alone.code]).toEqual([409, "party-of-two-kinds"]);
  await drafted([{ code: "MLSP" }, { code: "MFKZ" }, { code: "EE" }]);
  // Another State behind the ministry would put it beside that State, or leave two bodies of one State.
  await drafted([{ code: "MFAE" }, { code: "MLSP" }]);
  await drafted([{ code: "MFAE" }, { code: "GB" }]);
  for (const state of ["GB", "KZ"]) {
    const moved = await secretary.send("PATCH", "/parties/MFAE", { state });
    expect([moved.status, codeOf(await moved.json())]).toEqual([409, "party-of-two-kinds"]);
  }
  expect((await secretary.send("PATCH", "/parties/MFAE", { state: "FR" })).status).toBe(200);
});

test("a State's new name comes with the forms by which agreements call its Government", async () => {
  await drafted([{ code: "PL", as: "government" }, { code: "EE" }], {
    languages: ["en", "ru"],
    title: { en: "M", ru: "М" },
  });
  const names = { en: "the Polish Republic", ru: "Польская Республика" };
  const refused = await secretary.send("PATCH", "/parties/PL", { names });
  const problem = (await refused.json()) as { type: string; errors: object[] };
  expect([refused.status, codeOf(problem)]).toEqual([422, "party-form-missing"]);
  expect(problem.errors).toEqual([{ pointer: "/forms/ru", detail: "genitive, accusative" }]);
  const ru = { genitive: "Польской Республики", accusative: "Польскую Республику" };
  const given = await secretary.send("PATCH", "/parties/PL", { names, forms: { ru } });
  expect(given.status).toBe(200);
});

test("a Government whose name a language cannot build is refused until the office gives the form", async () => {
  const rome = {
    code: "XN",
    kind: "state",
    names: { en: "the Republic of Nowhere", ru: "Республика Нигде" },
  };
  await secretary.send("POST", "/parties", rome);
  const parties = [{ code: "XN", as: "government" as const }, { code: "EE" }];
  const both = { languages: ["en", "ru"], title: { en: "M", ru: "М" } };
  const refused = await drafts(parties, both);
  expect([refused.status, refused.code]).toEqual([422, "party-form-missing"]);
  expect(refused.done.errors?.[0]?.detail).toBe("XN lacks in ru: genitive, accusative");
  const forms = { ru: { genitive: "Республики Нигде", accusative: "Республику Нигде" } };
  const changed = await secretary.send("PATCH", "/parties/XN", { forms });
  expect(((await changed.json()) as Party).government?.names.ru).toBe(
    "Правительство Республики Нигде",
  );
  await drafted(parties, both);
});

test("the parties are ordered by protocol, by the alphabet of a language, or as chosen", async () => {
  const chosen = [
    { code: "GB" },
    { code: "AE" },
    { code: "KZ", as: "government" as const },
    { code: "EE" },
  ];
  const orderOf = async (id: string) => (await view(id)).parties.map(({ code }) => code);
  const two = { languages: ["en", "ru"], title: { en: "M", ru: "М" } };
  const ordered = async (order?: object) => drafted(chosen, { ...two, ...(order && { order }) });
  expect(await orderOf(await ordered())).toEqual(["EE", "KZ", "AE", "GB"]);
  expect(await orderOf(await ordered({ by: "as-chosen" }))).toEqual(["GB", "AE", "KZ", "EE"]);
  const english = await ordered({ by: "alphabetical", language: "en" });
  // Republic of Estonia, Republic of Kazakhstan, United Arab Emirates, United Kingdom
  expect(await orderOf(english)).toEqual(["EE", "KZ", "AE", "GB"]);
  const russian = await ordered({ by: "alphabetical", language: "ru" });
  // Объединенные, Республика Казахстан, Соединенное, Эстонская
  expect(await orderOf(russian)).toEqual(["AE", "KZ", "GB", "EE"]);
  expect(await textOf(russian, "en")).toContain(
    "the United Arab Emirates, the Government of the Republic of Kazakhstan, the United Kingdom",
  );
  const stranger = await drafts(chosen, { ...two, order: { by: "alphabetical", language: "fr" } });
  expect(stranger.status).toBe(400);
});

test("a change of the parties keeps the order, unless it names another", async () => {
  const id = await drafted([{ code: "KZ" }, { code: "EE" }], { order: { by: "as-chosen" } });
  const change = async (body: object) => {
    expect((await officer.act(id, "party-changes", body)).status).toBe(201);
    const { parties, order } = await view(id);
    return [parties.map(({ code, as }) => `${code} ${as}`), order];
  };
  const parties = [{ code: "KZ", as: "government" }, { code: "AE" }, { code: "EE" }];
  expect(await change({ parties })).toEqual([
    ["KZ government", "AE state", "EE state"],
    { by: "as-chosen" },
  ]);
  expect(await change({ parties, order: { by: "protocol" } })).toEqual([
    ["EE state", "KZ government", "AE state"],
    { by: "protocol" },
  ]);
  const own = await officer.act(id, "party-changes", {
    parties: [{ code: "KZ" }, { code: "MLSP" }],
  });
  expect(codeOf(await own.json())).toBe("party-of-two-kinds");
});

test.each([
  ["a ministry without its State", { code: "M1", kind: "ministry" }],
  ["a ministry of an organisation", { code: "M2", kind: "ministry", state: "HUB" }],
  ["an agency of a ministry", { code: "M3", kind: "agency", state: "MLSP" }],
  ["an agency of nobody known", { code: "M4", kind: "agency", state: "QQ" }],
  ["a State with a State behind it", { code: "M5", kind: "state", state: "KZ" }],
])("%s is refused", async (_, party) => {
  const answer = await secretary.send("POST", "/parties", { ...party, names: { en: "Some Body" } });
  expect([answer.status, codeOf(await answer.json())]).toEqual([422, "no-state-behind"]);
});

test("the kind of a party that others have read of, or that stands behind a ministry, is fixed", async () => {
  const free = { code: "FREE", kind: "organization", names: { en: "Free Body" } };
  await secretary.send("POST", "/parties", free);
  const freed = await secretary.send("PATCH", "/parties/FREE", { kind: "agency", state: "EE" });
  expect(freed.status).toBe(200);
  for (const [code, change] of [
    ["KZ", { kind: "organization" }],
    ["FR", { kind: "organization" }],
  ] as const) {
    const answer = await secretary.send("PATCH", `/parties/${code}`, change);
    expect([answer.status, codeOf(await answer.json())]).toEqual([409, "party-kind-fixed"]);
  }
});

test("a new name loses the forms of the old one, and a form without a name is refused", async () => {
  const change = (body: object) => secretary.send("PATCH", "/parties/MLSP", body);
  const renamed = { ...labour.names, ru: "Министерство труда и занятости" };
  const answer = await change({ names: renamed });
  expect(((await answer.json()) as Party).forms).toEqual({});
  const strange = await change({ forms: { fr: { genitive: "du Ministère" } } });
  expect(strange.status).toBe(400);
});
