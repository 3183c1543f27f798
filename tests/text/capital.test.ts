import { expect, test } from "vitest";
import { capital } from "#src/text/capital.ts";
import { derivationWords } from "#src/text/derivation.ts";
import { reservationEventWords } from "#src/text/reservation-events.ts";

test.each([
  ["the Republic of Korea consented.", "en", "The Republic of Korea consented."],
  ["l’Ukraine a consenti.", "fr", "L’Ukraine a consenti."],
  ["\u2068the Hub\u2069 consented.", "en", "\u2068The Hub\u2069 consented."],
  ["өңірлік хаб келісім берді.", "kk", "Өңірлік хаб келісім берді."],
  ["30 days", "en", "30 days"],
  ["جمهورية كوريا", "ar", "جمهورية كوريا"],
  ["", "en", ""],
])("%s begins with a capital in %s", (sentence, language, begun) => {
  expect(capital(sentence, language)).toBe(begun);
});

test("what is said of a party begins with a capital, although its name does not", () => {
  const nameOf = () => "the Republic of Korea";
  const values = { party: "KR", consented: "2027-01-05", on: "2027-02-01" };
  const [derived] = derivationWords([{ key: "own-deposit", values }], "en", nameOf);
  expect(derived).toMatch(/^The Republic of Korea consented later/);
  const said = {
    party: { name: "le Royaume de Norvège" },
    other: { name: "l’Ukraine" },
    day: "2027-01-05",
  };
  expect(reservationEventWords("acceptance", said, "fr")).toMatch(
    /^Le Royaume de Norvège a accepté le 5 janvier 2027 la réserve de l’Ukraine\./,
  );
});

test("a Georgian sentence has no capital", () => {
  expect(capital("საქართველოს ბიურო", "ka")).toBe("საქართველოს ბიურო");
});
