import { expect, test } from "vitest";
import { derivationWords } from "#src/text/derivation.ts";
import { isolate, withoutIsolates } from "#src/text/isolate.ts";
import { renderLetter } from "#src/text/letter.ts";
import { checkText } from "#src/text/policy.ts";
import { procesVerbal } from "#src/text/proces-verbal.ts";

const apart = (value: string) => `\u2068${value}\u2069`;

test("a value is kept apart from a line of the other direction, and left as it is in its own", () => {
  const quote = "Article 5(2), 12.5 % (see Annex 1).";
  expect(isolate(quote, "ar")).toBe(apart(quote));
  expect(isolate(quote, "en")).toBe(quote);
  expect(isolate("ختم الوديع (2026).", "ru")).toBe(apart("ختم الوديع (2026)."));
  expect(isolate("28 نوفمبر 2026", "ar")).toBe(apart("28 نوفمبر 2026"));
  expect(isolate("Статья 5.", "he")).toBe(apart("Статья 5."));
  expect(isolate("Article 5.", "ug")).toBe(apart("Article 5."));
  for (const same of ["جمهورية كوريا", "12", ""]) expect(isolate(same, "ar")).toBe(same);
});

test("a value cannot reach beyond its isolate", () => {
  expect(isolate("a\u202eb", "ar")).toBe(apart("ab"));
  expect(isolate("a\u2069b\u2067", "ar")).toBe(apart("ab"));
  expect(isolate("a\u2067b", "ar")).toBe(apart("ab"));
  const nested = `${apart("Yerlan, Jr.")}، ${apart("Minister")}`;
  expect(isolate(nested, "ar")).toBe(apart(nested));
  expect(withoutIsolates(isolate(nested, "ar"))).toBe("Yerlan, Jr.، Minister");
});

test("the text of users may hold no isolates, nor what ends one", () => {
  for (const mark of ["\u2066", "\u2067", "\u2068", "\u2069"]) {
    const text = `نص ${mark} نص`;
    expect(() => checkText(text, { kind: "body", language: "ar" })).toThrow("may not stand there");
  }
});

test("an Arabic letter keeps names, titles and references apart, and leaves links and codes alone", () => {
  const link = "https://depositary.example/agreements/1";
  const values = { title: "Plan (2026).", reason: "5 % (five).\nMore.", code: "123456", link };
  const { subject, text } = renderLetter(
    "# طلب {{title}} {{code}}\n\nنص {{reason}}\n\n{{reason}}\n\n[فتح]({{link}})",
    values,
    { language: "ar" },
  );
  expect(subject).toBe(`طلب ${apart("Plan (2026).")} 123456`);
  const [sentence, alone, to] = text.trim().split("\n\n");
  expect(sentence).toBe(`نص ${apart("5 % (five).")}\n${apart("More.")}`);
  expect(alone).toBe(values.reason);
  expect(to).toBe(`فتح:\n${link}`);
});

test("an English letter has no marks around English names, and keeps Arabic ones apart", () => {
  const values = { title: "Plan (2026).", recipient: "نورة (د.)" };
  const { text } = renderLetter("# A\n\nTo {{recipient}}: {{title}}", values, { language: "en" });
  expect(text).toBe(`To ${apart("نورة (د.)")}: Plan (2026).\n`);
});

test("an Arabic procès-verbal keeps what it quotes apart, each name of a list by itself", () => {
  const signed = {
    ...{ person: "Ana (Jr.)", office: "Minister", party: "Republic of Kazakhstan" },
    ...{ ofParty: "of the Republic of Kazakhstan", on: "2026-11-23", as: "definitive" },
  };
  const markdown = procesVerbal({
    ...{ language: "ar", title: "Summit 2026.", place: "Astana", date: "2026-11-23" },
    ...{ time: "10:00", zone: "Asia/Almaty" },
    signings: [
      { reference: "DEP/2026/1", title: "Plan.", signed: [signed], notSigned: ["A (1)", "B (2)"] },
    ],
  });
  for (const value of ["Ana (Jr.)", "Astana", "Summit 2026.", "DEP/2026/1", "A (1)", "B (2)"]) {
    expect(markdown).toContain(apart(value));
  }
});

test("an Arabic derivation keeps the names of parties apart", () => {
  const steps = [{ key: "own-signature", values: { party: "KZ", on: "2026-11-23" } }] as never;
  const english = derivationWords(steps, "en", () => "Kazakhstan (Republic)");
  const [arabic = ""] = derivationWords(steps, "ar", () => "Kazakhstan (Republic)");
  expect(arabic).toContain(apart("Kazakhstan (Republic)"));
  expect(english.join()).not.toMatch(/[\u2066-\u2069]/);
});
