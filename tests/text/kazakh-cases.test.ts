import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDate } from "#src/text/format-date.ts";
import { inKazakhCase, type KazakhCase, kazakhCases } from "#src/text/kazakh-cases.ts";

const cases = (phrase: string) => kazakhCases.map((kase) => inKazakhCase(phrase, kase));

test.each([
  [
    "Қазақстан Республикасы",
    "Қазақстан Республикасының Қазақстан Республикасына Қазақстан Республикасын Қазақстан Республикасында Қазақстан Республикасынан Қазақстан Республикасымен",
  ],
  [
    "Камбоджа Корольдігі",
    "Камбоджа Корольдігінің Камбоджа Корольдігіне Камбоджа Корольдігін Камбоджа Корольдігінде Камбоджа Корольдігінен Камбоджа Корольдігімен",
  ],
  ["Жапония", "Жапонияның Жапонияға Жапонияны Жапонияда Жапониядан Жапониямен"],
  [
    "Түрікменстан",
    "Түрікменстанның Түрікменстанға Түрікменстанды Түрікменстанда Түрікменстаннан Түрікменстанмен",
  ],
  ["хаб", "хабтың хабқа хабты хабта хабтан хабпен"],
  ["Мектеп", "Мектептің Мектепке Мектепті Мектепте Мектептен Мектеппен"],
  ["Кеңес", "Кеңестің Кеңеске Кеңесті Кеңесте Кеңестен Кеңеспен"],
  ["Ұйым", "Ұйымның Ұйымға Ұйымды Ұйымда Ұйымнан Ұйыммен"],
  ["Қор", "Қордың Қорға Қорды Қорда Қордан Қормен"],
  ["Одақ", "Одақтың Одаққа Одақты Одақта Одақтан Одақпен"],
  ["тамыз", "тамыздың тамызға тамызды тамызда тамыздан тамызбен"],
  ["шілде", "шілденің шілдеге шілдені шілдеде шілдеден шілдемен"],
])("%s in the six cases", (phrase, all) => {
  expect(cases(phrase).join(" ")).toBe(all);
});

test("a day takes its case on the month, for each month", () => {
  const days = Array.from(
    { length: 12 },
    (_, month) => `2026-${String(month + 1).padStart(2, "0")}-05`,
  );
  const inCase = (kase: KazakhCase) =>
    days.map((day) =>
      inKazakhCase(formatDate(day, "kk") ?? "", kase)
        .split(" ")
        .at(-1),
    );
  expect(inCase("dative").join(" ")).toBe(
    "қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға",
  );
  expect(inCase("ablative").join(" ")).toBe(
    "қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан",
  );
  expect(inCase("locative").join(" ")).toBe(
    "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда",
  );
});

test("what does not end in a Cyrillic letter takes no suffix", () => {
  for (const phrase of ["UNESCO", "5", "", "OECD (2026)"]) {
    for (const kase of kazakhCases) expect(inKazakhCase(phrase, kase)).toBe(phrase);
  }
});

const letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя";
const words = fc
  .array(
    fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 10 })
      .map((all) => all.join("")),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.join(" "));

test("whatever the words, each case begins with them and its vowel agrees with their last one", () => {
  fc.assert(
    fc.property(words, fc.constantFrom(...kazakhCases), (phrase, kase) => {
      const declined = inKazakhCase(phrase, kase);
      expect(declined.startsWith(phrase)).toBe(true);
      const suffix = declined.slice(phrase.length);
      expect(suffix).toMatch(
        /^(?:[нтд][ыі]ң|[ғгқкн][ае]|[нтд][ыі]|н|н?[тд][ае]|[нтд][ае]н|[мбп]ен)$/,
      );
      const last = [...phrase].findLast((letter) => "аоұыяюёэәеөүі".includes(letter));
      const own = suffix.match(/[аеыі]/)?.[0];
      if (last && own && kase !== "instrumental") {
        expect("әеөүі".includes(last)).toBe("еі".includes(own));
      }
    }),
  );
});

test("a suffix begins with a voiceless consonant only after one", () => {
  fc.assert(
    fc.property(words, (phrase) => {
      const last = phrase.at(-1) ?? "";
      const hard = "кқпстфхһцчшщбвгд".includes(last);
      expect(/^[қк]/.test(inKazakhCase(phrase, "dative").slice(phrase.length))).toBe(hard);
      expect(/^т/.test(inKazakhCase(phrase, "ablative").slice(phrase.length))).toBe(hard);
    }),
  );
});
