import { expect, test } from "vitest";
import { knownParties, namedIn } from "#src/text/party-name.ts";
import { faultOf, placesOf } from "#src/text/placeholder.ts";
import { type ReservationEvent, reservationEventWords } from "#src/text/reservation-events.ts";
import words from "../../templates/reservation-events.json" with { type: "json" };

const languages = ["en", "ru", "ar", "kk", "fr"];
const events = Object.keys(words) as ReservationEvent[];
const declinable = { names: ["party", "other"], days: ["day"] };

const said = (event: ReservationEvent, party: string, other: string, language: string) =>
  reservationEventWords(
    event,
    {
      party: namedIn({ code: party }, language),
      other: namedIn({ code: other }, language),
      ...{ day: "2027-05-05", organ: "Council", reference: "C/1" },
    },
    language,
  ).replaceAll(/[\u2066-\u2069]/g, "");

test("verbs agree with the State, and its name takes its case", () => {
  expect(said("acceptance", "AE", "CA", "fr")).toMatch(
    /^Les Émirats arabes unis ont accepté le 5 mai 2027 la réserve du Canada\./,
  );
  expect(said("objection", "RU", "NO", "ar")).toMatch(
    /^اعترض الاتحاد الروسي في 5 مايو 2027 على تحفظ مملكة النرويج/,
  );
  expect(said("withdrawal", "NO", "CA", "ru")).toMatch(
    /^Королевство Норвегия сняло 5 мая 2027 года свою оговорку/,
  );
  expect(said("approval", "KZ", "AE", "kk")).toBe(
    "Қазақстан Республикасы Біріккен Араб Әмірліктерінің түсіндірме мәлімдемесін 2027 жылғы 5 мамырда мақұлдады.",
  );
  expect(said("deposited", "AE", "CA", "en")).toContain(
    "reservation of the United Arab Emirates is",
  );
});

test.each(events)("the sentence of %s is whole in each language for every State", (event) => {
  for (const language of languages) {
    const sentence = (words[event] as Record<string, string>)[language] ?? "";
    const places = placesOf(sentence.replaceAll("{", "{{").replaceAll("}", "}}"));
    for (const place of places) expect(faultOf(place, language, declinable)).toBeNull();
    for (const { code } of knownParties) {
      expect(said(event, code, "KZ", language)).not.toMatch(/[{}|]|undefined/);
    }
  }
});
