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
  for (const word of ["თავი", "Одељак", "ხელმოწერები", "Потписи", "Страна", "გვერდი"]) {
    expect(printed).toContain(word);
  }
  expect(printed).not.toMatch(/Article|Section|მუხლი|Члан|Signed in|Done at|§/);
});

test("a copy is certified, and the register names both texts", async () => {
  await takes(hall.officers[0], id, "publication");
  await takes(hall.archivist, id, "certified-copies", { party: bureau.code });
  await hall.work();
  const entry = await hall.office.anyone.send("GET", `/register/${id}`);
  expect(await entry.json()).toMatchObject({ languages });
});
