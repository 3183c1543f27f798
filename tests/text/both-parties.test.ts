import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { splitTemplates } from "#src/templates/publish.ts";
import { derivationWords } from "#src/text/derivation.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { languagesOf } from "#src/text/languages.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { type TermName, termInWords } from "#src/text/terms-in-words.ts";
import type { EntryConditions } from "#workflows/entry-conditions.ts";
import { entryIntoForce } from "#workflows/entry-into-force.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

// Between two parties nobody says “all the Parties” or “two thirds of the Parties”.

const templates = join(import.meta.dirname, "../../templates");
const languages = languagesOf("letters");

/** What is said of all, or of a share of all. */
const ofMany: Record<string, RegExp> = {
  en: /\ball (?:the )?part(?:y|ies)|\ball that negotiate|two thirds|three quarters|four fifths|majority/i,
  ru: /все(?:х|м|ми)? (?:\p{L}+ )?(?:сторон|участник)|две трети|двумя третями|три четверти|четыре пятых|большинств/iu,
  ar: /(?:جميع|كل) (?:الأطراف|المشاركين)|ثلثا|ثلثي|أرباع|أخماس|أغلبية/u,
  kk: /барлық (?:\p{L}+ )?тарап|бәрі|үштен екі|төрттен үш|бестен төрт|көпшілі/iu,
  fr: /toutes les parties|tous les participants|tous ceux|deux tiers|trois quarts|quatre cinquièmes|majorité/i,
};
/** What is said of two. */
const ofTwo: Record<string, RegExp> = {
  en: /\bboth parties/i,
  ru: /об(?:е|еих|еими) сторон/i,
  ar: /الطرفان|الطرفين|للطرفين/u,
  kk: /екі тарап/i,
  fr: /\b(?:les|des|aux) deux parties/i,
};

const template = parseTemplate(
  splitTemplates(await readFolder(templates))["cooperation-agreement"] ?? {},
);
const clauses = {
  amendment: await readdir(join(templates, "clauses/amendment")),
  withdrawal: ["none"],
  duration: await readdir(join(templates, "clauses/duration")),
};

describe.each(languages)("in %s", (language) => {
  const text = (count: number, chosen: Record<string, string>) =>
    fillTemplate(template, {
      language,
      languages: ["en", "ru", "ar", "kk", "fr"],
      parties: knownParties.slice(0, count),
      variables: { place: "Astana" },
      clauses: chosen,
      reference: "T/1",
    });

  test.each(Object.entries(clauses).flatMap(([topic, all]) => all.map((one) => [topic, one])))(
    "an agreement with the clause %s/%s",
    (topic, clause) => {
      const chosen = { [topic ?? ""]: clause ?? "" };
      expect(text(2, chosen)).toMatch(ofTwo[language] as RegExp);
      expect(text(2, chosen)).not.toMatch(ofMany[language] as RegExp);
      expect(text(3, chosen)).toMatch(ofMany[language] as RegExp);
      expect(text(3, chosen)).not.toMatch(ofTwo[language] as RegExp);
    },
  );

  const said = (term: TermName, change: Partial<Terms>, parties?: number) => {
    const asIs = (value: string) => value;
    const namers = { day: asIs, languageName: asIs, zoneName: asIs, partyName: asIs, parties };
    return termInWords({ ...ordinaryTerms, ...change }, term, language, namers).sentence;
  };
  const years = { years: 5, renewal: "automatic" } as const;
  test.each<[TermName, Partial<Terms>]>([
    ["amendment", { amendment: { binds: "all" } }],
    ["amendment", { amendment: { binds: "share", of: "two-thirds" } }],
    ["amendment", { amendment: { binds: "share", of: "three-quarters" } }],
    ["amendment", { amendment: { binds: "share", of: "majority" } }],
    ["entry", { entry: { form: "all-consented" } }],
    ["withdrawal", { withdrawal: "none" }],
    ["duration", { duration: { ...years, renewal: "by-decision", decidedBy: "majority" } }],
    ["adoption", { adoption: undefined }],
    ["adoption", { adoption: { majority: "two-thirds" } }],
    ["alternat", { alternat: "none" }],
  ])("the term %s: %j", (term, change) => {
    const closed = { accession: false, ...change };
    expect(said(term, closed, 2)).toMatch(ofTwo[language] as RegExp);
    expect(said(term, closed, 2)).not.toMatch(ofMany[language] as RegExp);
    expect(said(term, closed, 3)).not.toMatch(ofTwo[language] as RegExp);
    expect(said(term, closed)).toBe(said(term, closed, 3));
  });

  test("a third may accede, so an amendment needs all", () => {
    const open: Partial<Terms> = { accession: true, amendment: { binds: "all" } };
    expect(said("amendment", open, 2)).toBe(said("amendment", open, 3));
  });

  test("a notice that ends it for both", () => {
    const change: Partial<Terms> = { duration: { ...years, optOut: { months: 6, ends: "all" } } };
    expect(said("duration", { accession: false, ...change }, 2)).not.toBe(
      said("duration", { accession: false, ...change }, 3),
    );
  });

  test.each(["two-thirds", "three-quarters", "four-fifths", "majority"] as const)(
    "why it is not yet in force: %s of the consents",
    (needed) => {
      const clause: EntryConditions = {
        form: "conditions",
        when: { kind: "consents", needed },
        delay: { unit: "days", count: 0 },
      };
      const why = (negotiating: string[]) => {
        const { derivation } = entryIntoForce(clause, { negotiating, consents: [] }).instrument;
        return derivationWords(derivation, language).join(" ");
      };
      expect(why(["KZ", "AE"])).not.toMatch(ofMany[language] as RegExp);
      expect(why(["KZ", "AE", "KR"])).toMatch(ofMany[language] as RegExp);
    },
  );
});
