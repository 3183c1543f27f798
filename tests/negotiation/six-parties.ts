import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  revises,
  six,
  takes,
} from "./hall.ts";

/**
 * The texts and acts of the story of six parties. six-parties.test.ts tells it in order, on one agreement from the draft
 * to the withdrawal.
 */
export const languages = ["en", "ru", "ar"];
const title = {
  en: "Partnership Agreement on Civil Service",
  ru: "Соглашение о партнерстве в сфере государственной службы",
  ar: "اتفاق شراكة في مجال الخدمة المدنية",
};

/** The draft: three languages, ratification, and entry into force after the third deposit. */
export const partnership = {
  template: "multilateral-partnership-agreement",
  title,
  parties: six.map((code) => ({ code })),
  languages,
  variables: { place: "Astana", entry_deposits: 3, entry_days: 30, withdrawal_months: 6 },
  clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
  terms: {
    consent: ["ad-referendum", "subject-to-ratification"],
    zone: "Asia/Almaty",
  },
} satisfies Parameters<typeof drafts>[1];

/** The sentence that the first round of changes adds. */
export const report: Record<string, string> = {
  en: "A report is made every year.",
  ru: "Отчет составляется ежегодно.",
  ar: "يُعد تقرير كل سنة.",
};
/** The sentence that the second round adds. */
export const receiver: Record<string, string> = {
  en: "All Parties receive the report.",
  ru: "Отчет направляется всем Сторонам.",
  ar: "يتلقى جميع الأطراف التقرير.",
};

/** Adds a sentence to the text in every language, below its first heading. */
export async function adds(hall: Hall, id: string, sentence: Record<string, string>) {
  for (const language of languages) {
    const added = `$1\n${sentence[language] ?? ""}\n`;
    await revises(hall, id, language, (text) => text.replace(/^(## .+\n)/m, added));
  }
}

/** The authority of a foreign minister, without the person. */
export const foreignMinister = {
  kind: "ex-officio",
  office: "foreign-minister",
  issuedBy: "Office of the Minister",
  signedBy: "Head of Protocol",
  instrument: title.en,
  place: "Capital",
  issuedOn: "2027-01-05",
  form: "copy",
};

/** Days with which the credential of a foreign minister is refused on the day of the draft. */
export const impossibleDays = [
  { issuedOn: "2072-01-05" },
  { issuedOn: "1027-01-05" },
  { validFrom: "2026-12-31" },
  { validUntil: "2027-01-06" },
  { validFrom: "2030-01-01", validUntil: "2029-12-31" },
];

/** The first page of verified credentials, of three, and the next one. */
export async function verifiedInPages({ secretaries: [secretary] }: Hall) {
  type Page = { items: { party: string; state: string }[]; next: string | null };
  const page = await secretary.get<Page>("/credentials?state=verified&limit=3");
  const rest = await secretary.get<Page>(`/credentials?state=verified&limit=3&cursor=${page.next}`);
  return [page, rest] as const;
}

/** Each of the six records that its government has cleared the signature. */
export async function clears(hall: Hall, id: string) {
  for (const party of six) {
    await takes(hall.of(party), id, "clearances", {
      authority: "Government of the party",
      reference: `${party}-2027/14`,
    });
  }
}

/** The secretariat records a party's instrument of ratification. */
export const deposits = (hall: Hall, id: string, party: string, on: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: party === "HUB" ? "formal-confirmation" : "ratification",
    signedBy: "The Head of State",
    on,
    ...more,
  });

/** The reservation of the Emirates, with the objections to it. */
export const reserved = async (hall: Hall, id: string) =>
  (await hall.status(id)).participants.find(({ party }) => party === "AE")?.reservations[0];

/** Drafts an amendment that all six approve, and opens it for signing with a quorum of three; its id. */
export async function opensAmendment(hall: Hall, amends: string): Promise<string> {
  const amendment = await drafts(hall, {
    template: "protocol-of-amendment",
    title: { en: "Protocol of Amendment to the Partnership Agreement on Civil Service" },
    parties: six.map((code) => ({ code })),
    languages: ["en"],
    variables: {
      place: "Tashkent",
      amended_title: title.en,
      amended_reference: "DEP/2027/001",
      amended_place: "Astana",
      amended_date: "2027-01-10",
      amended_article: 6,
      entry_consents: 3,
      entry_months: 1,
    },
    clauses: { consent: "definitive", "entry-into-force": "month-after-nth-consent" },
    amends,
    terms: { authority: "dispensed", clearance: false, zone: "Asia/Almaty" },
  });
  await designates(hall, amendment, six);
  await takes(hall.officers[0], amendment, "submissions");
  await approves(hall, amendment, six);
  await authenticates(hall, amendment, ["en"]);
  const plan = { closesAt: "2028-03-31T18:00:00+05:00", quorum: 3 };
  await both(hall.officers, amendment, "signing", plan);
  return amendment;
}

/** What the verifier says of the sealed file. */
export async function verdictOn(hall: Hall, id: string): Promise<string> {
  const sealed = await hall.of("KZ").send("GET", `/agreements/${id}/pdf`);
  const answer = await hall.office.app.request("/api/v1/verifications", {
    method: "POST",
    headers: { "Content-Type": "application/pdf" },
    body: await sealed.arrayBuffer(),
  });
  return ((await answer.json()) as { verdict: string }).verdict;
}

/** A notice of withdrawal that came by note verbale, without its file. */
export const noticeOfEmirates = {
  party: "AE",
  kind: "withdrawal",
  sentOn: "2028-03-20",
  receivedOn: "2028-03-31",
  informedOn: "2028-03-31",
  reason: "By note verbale.",
};

/** The entries of the agreement's evidence, without the line before them. */
export async function recordOf(hall: Hall, id: string) {
  const answer = await hall.archivist.send("GET", `/agreements/${id}/evidence`);
  const [, ...lines] = (await answer.text()).trim().split("\n");
  return lines.map((line) => JSON.parse(line) as { seq: number; previous: string; hash: string });
}
