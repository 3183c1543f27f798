import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { afterA, afterDe, withArticle } from "#src/text/french-names.ts";
import { knownParties } from "#src/text/party-name.ts";

test.each([
  ["Estonie", "l’Estonie", "de l’Estonie", "à l’Estonie"],
  ["Kazakhstan", "le Kazakhstan", "du Kazakhstan", "au Kazakhstan"],
  [
    "Émirats arabes unis",
    "les Émirats arabes unis",
    "des Émirats arabes unis",
    "aux Émirats arabes unis",
  ],
  ["Chine", "la Chine", "de la Chine", "à la Chine"],
  ["Cambodge", "le Cambodge", "du Cambodge", "au Cambodge"],
  ["Mexique", "le Mexique", "du Mexique", "au Mexique"],
  ["Cuba", "Cuba", "de Cuba", "à Cuba"],
  ["Oman", "Oman", "d’Oman", "à Oman"],
  ["Israël", "Israël", "d’Israël", "à Israël"],
  ["Honduras", "le Honduras", "du Honduras", "au Honduras"],
  ["Hongrie", "la Hongrie", "de la Hongrie", "à la Hongrie"],
  ["Yémen", "le Yémen", "du Yémen", "au Yémen"],
  ["Pays-Bas", "les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"],
  ["Royaume-Uni", "le Royaume-Uni", "du Royaume-Uni", "au Royaume-Uni"],
  [
    "Macédoine du Nord",
    "la Macédoine du Nord",
    "de la Macédoine du Nord",
    "à la Macédoine du Nord",
  ],
  [
    "Fédération de Russie",
    "la Fédération de Russie",
    "de la Fédération de Russie",
    "à la Fédération de Russie",
  ],
  ["Guinée-Bissau", "la Guinée-Bissau", "de la Guinée-Bissau", "à la Guinée-Bissau"],
  [
    "Trinité-et-Tobago",
    "la Trinité-et-Tobago",
    "de la Trinité-et-Tobago",
    "à la Trinité-et-Tobago",
  ],
  ["Saint-Marin", "Saint-Marin", "de Saint-Marin", "à Saint-Marin"],
  ["La Réunion", "la Réunion", "de la Réunion", "à la Réunion"],
  ["Île de Man", "l’Île de Man", "de l’Île de Man", "à l’Île de Man"],
  ["Îles Cook", "les Îles Cook", "des Îles Cook", "aux Îles Cook"],
  ["Pôle régional", "le Pôle régional", "du Pôle régional", "au Pôle régional"],
  [
    "Commission de l’océan",
    "la Commission de l’océan",
    "de la Commission de l’océan",
    "à la Commission de l’océan",
  ],
  ["Казахстан", "Казахстан", "de Казахстан", "à Казахстан"],
])("%s in a sentence: %s, %s, %s", (name, the, of, to) => {
  const named = withArticle(name);
  expect([named, afterDe(named), afterA(named)]).toEqual([the, of, to]);
});

describe("the article of a list's name", () => {
  const shipped = knownParties.flatMap(({ names, short }) =>
    names.fr && short?.fr ? [[short.fr, names.fr] as const] : [],
  );

  // "la République de Corée" is in both.
  test("is that of the official name wherever that one begins with the same word", () => {
    for (const [short, official] of shipped) {
      const [first = ""] = short.split(" ");
      const [, article] = official.match(/^(le |la |les |l’)(\S+)/) ?? [];
      if (official.slice((article ?? "").length).startsWith(first)) {
        expect(withArticle(short)).toBe(`${article}${short}`);
      }
    }
    expect(shipped.length).toBeGreaterThan(40);
  });

  test("is the one in use, for the countries of the world", () => {
    const file = join(import.meta.dirname, "../../src/web/words/locales/fr.json");
    const { regions } = JSON.parse(readFileSync(file, "utf8")) as {
      regions: Record<string, string>;
    };
    const masculine =
      "BD BF BI BJ BR BT BW BZ CA CL CM CR DK GA GH GT GY HN JP KE KG KH KW LB LI LS LU MA ML MM MW MX MZ NE NI NP PA PE PK PT PY QA RW SD SN SR SS SV TD TG TJ TL TM VE VN WS YE ZW";
    for (const code of masculine.split(" ")) {
      expect(withArticle(regions[code] ?? "")).toBe(`le ${regions[code]}`);
    }
    const feminine =
      "BA BB BE BG BO CH CI CN CO CZ DM DO FI FR GD GE GM GN GQ GR HR HU JM JO KP LT LV LY MK MN MR MY NA NO NZ PG PL RO RS RU SE SI SK SL SO SY TH TN TR TZ ZM";
    for (const code of feminine.split(" ")) {
      expect(withArticle(regions[code] ?? "")).toBe(`la ${regions[code]}`);
    }
    for (const code of "AE BS FJ KM MH MV NL PH PW SB SC TO US".split(" ")) {
      expect(withArticle(regions[code] ?? "")).toBe(`les ${regions[code]}`);
    }
    for (const code of "AG BH CY CU DJ HT IL KI LC MC MG MT MU NR OM SG SM ST TV VC VU".split(
      " ",
    )) {
      expect(withArticle(regions[code] ?? "")).toBe(regions[code]);
    }
    for (const code of "AF AL DE AM AR AT AU AZ DZ EC EE EG ER ES ET ID IE IN IQ IR IS IT SA SZ UA UG UY UZ ZA".split(
      " ",
    )) {
      expect(withArticle(regions[code] ?? "")).toBe(`l’${regions[code]}`);
    }
  });
});
