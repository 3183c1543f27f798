import { afterAll, beforeAll, expect, test } from "vitest";
import { testimonium } from "#src/text/testimonium.ts";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { type Client, openOffice } from "#tests/support/office.ts";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  revises,
  signs,
  takes,
} from "./hall.ts";

/** The memorandum of `between-agencies.test.ts`, between a Georgian and a Serbian body and in their own languages. */
const bureau = {
  code: "CSB-GE",
  kind: "agency",
  state: "GE",
  names: {
    en: "the Civil Service Bureau of Georgia",
    ka: "საქართველოს საჯარო სამსახურის ბიურო",
    "sr-Cyrl": "Биро за државну службу Грузије",
  },
};
const service = {
  code: "HRMS-RS",
  kind: "agency",
  state: "RS",
  names: {
    en: "the Human Resource Management Service of the Republic of Serbia",
    ka: "სერბეთის რესპუბლიკის ადამიანური რესურსების მართვის სამსახური",
    "sr-Cyrl": "Служба за управљање кадровима Републике Србије",
  },
};
const parties = [bureau.code, service.code];
const languages = ["ka", "sr-Cyrl"];
const place = { ka: "თბილისი", "sr-Cyrl": "Тбилиси" };

const articles = {
  ka: [
    "მონაწილეები აპირებენ ითანამშრომლონ საჯარო სამსახურისა და ადამიანური რესურსების მართვის სფეროში.",
    "მემორანდუმი არ წარმოშობს სამართლებრივ ვალდებულებებს. იხილეთ [მუხლი 1](#article-1).",
  ],
  "sr-Cyrl": [
    "Учесници намеравају да сарађују у области државне службе и управљања кадровима.",
    "Меморандум не ствара правне обавезе. Видети [члан 1](#article-1).",
  ],
};

let hall: Hall;
let id = "";
beforeAll(async () => {
  const office = await openOffice();
  const secretary = office.as("secretariat");
  const stand: Record<string, string> = { [bureau.code]: "KZ", [service.code]: "AE" };
  const serbia = {
    code: "RS",
    kind: "state",
    names: { en: "the Republic of Serbia", "sr-Cyrl": "Република Србија" },
  };
  for (const party of [serbia, bureau, service]) {
    const answer = await secretary.send("POST", "/parties", party);
    if (answer.status !== 201) throw new Error(await answer.text());
    if (!stand[party.code]) continue;
    // The demo people of two States act for the two bodies here.
    const { id: person } = office.as("representative", stand[party.code]).person;
    await office.db
      .updateTable("people")
      .set({ party: party.code })
      .where("id", "=", person)
      .execute();
  }
  hall = await openHall("2027-01-10T09:00:00+04:00", office);
  const of = (code: string): Client => office.as("representative", stand[code] ?? code);
  hall = { ...hall, of };
});
afterAll(() => hall.office.close());

test("a memorandum is drafted from the blank template in Georgian and Serbian", async () => {
  id = await drafts(hall, {
    template: "blank-agreement",
    title: {
      ka: "ურთიერთგაგების მემორანდუმი საჯარო სამსახურის სფეროში თანამშრომლობის შესახებ",
      "sr-Cyrl": "Меморандум о разумевању о сарадњи у области државне службе",
    },
    parties: parties.map((code) => ({ code })),
    order: { by: "as-chosen" },
    // The tag is stored in its canonical form.
    languages: ["ka", "SR-cyrl"],
    variables: { place, nature: "understanding" },
    terms: { clearance: false, zone: "Asia/Tbilisi" },
  });
  for (const language of languages as ("ka" | "sr-Cyrl")[]) {
    const [purpose = "", last = ""] = articles[language];
    await revises(hall, id, language, (text) => {
      expect(text).toContain(bureau.names[language]);
      expect(text).toContain(testimonium({ language, languages, place: place[language] }));
      return text.replace(blank, purpose).replace(blank, last);
    });
  }
});

test.each(["ka-u-nu-latn", "sr-x-own", "georgian_"])(
  "the tag %s is refused with its place",
  async (tag) => {
    const answer = await hall.officers[0].send("POST", "/agreements", {
      template: "blank-agreement",
      title: { ka: "მემორანდუმი" },
      parties: parties.map((code) => ({ code })),
      languages: ["ka", tag],
      variables: { place },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      errors: [
        {
          pointer: "/languages/1",
          detail: "is not a language tag such as ar, sr-Cyrl or ca-valencia",
        },
      ],
    });
  },
);

const blank = "\\_\\_\\_\\_\\_\\_\\_\\_";

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

test("it is reviewed, compared, authenticated, signed and sealed", async () => {
  const [officer] = hall.officers;
  const compared = await officer.get<{ languages: { language: string }[] }>(
    `/agreements/${id}/comparison?from=1&to=2&language=ka`,
  );
  expect(JSON.stringify(compared)).toContain("მონაწილეები");
  await designates(hall, id, parties);
  await takes(officer, id, "submissions");
  await approves(hall, id, parties);
  await authenticates(hall, id, languages);
  await both(hall.officers, id, "signing", {});
  for (const party of parties) {
    const head = hall.of(party);
    await takes(head, id, "credentials", {
      person: head.person.id,
      kind: "ex-officio",
      office: "head-of-body",
      issuedBy: "Cabinet",
      signedBy: "Head of the Cabinet",
      instrument: "Memorandum",
      place: "Tbilisi",
      issuedOn: "2027-01-05",
      form: "original",
    });
    const { participants } = await hall.status(id);
    const own = participants.find((one) => one.party === party)?.credentials.at(-1);
    await both(hall.secretaries, id, "credential-verifications", { party, credential: own?.id });
    await signs(hall, id, party, { as: "definitive", binding: false });
  }
  await hall.work();
  expect((await hall.view(id)).stage).toBe("publish");
});

test("the sealed page has every word in its own language and none in another", async () => {
  const answer = await hall.officers[0].send("GET", `/agreements/${id}/pdf?kind=sealed`);
  const printed = await textOf(new Uint8Array(await answer.arrayBuffer()));
  for (const word of ["მუხლი", "Члан", "ხელმოწერები", "Потписи", "Страна", "გვერდი"]) {
    expect(printed).toContain(word);
  }
  expect(printed).not.toMatch(/Article|Signed in|Done at|§/);
});

test("a copy is certified, and the register names both texts", async () => {
  await takes(hall.officers[0], id, "publication");
  await takes(hall.archivist, id, "certified-copies", { party: bureau.code });
  await hall.work();
  const entry = await hall.office.anyone.send("GET", `/register/${id}`);
  expect(await entry.json()).toMatchObject({ languages });
});

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
  parties: parties.map((code) => ({ code })),
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
