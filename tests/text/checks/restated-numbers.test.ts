import { describe, expect, test } from "vitest";
import { restatedNumbers } from "#src/text/checks/numbers/restated-numbers.ts";
import { parseText } from "#src/text/markdown.ts";

const told = (language: string, words: string) =>
  restatedNumbers(parseText(`# §\n\n## §\n\n${words}`, language)).map(({ found, also }) => [
    ...(also ?? []).flatMap((place) => place.found),
    ...(found ?? []),
  ]);

describe("a number that is said again and differs", () => {
  test.each([
    [
      "ru",
      "Сертификат действителен в течение десяти дней. По истечении указанного четырнадцатидневного срока груз возвращается.",
      ["десяти дней", "четырнадцатидневного"],
    ],
    [
      "en",
      "A reply is given within ten days. After the said period of 14 days it is refused.",
      ["ten days", "14 days"],
    ],
    ["ar", "تتألف اللجنة من أربعة مفتشين. ويوقع المفتشون الستة التقرير.", ["أربعة", "الستة"]],
    ["kk", "Топ төрт байқаушыдан тұрады. Алты байқаушының баяндамасы жасалады.", ["төрт", "Алты"]],
    [
      "fr",
      "La commission se compose de sept membres. Elle statue à la majorité des huit membres.",
      ["sept", "huit"],
    ],
    [
      "en",
      "It enters into force on the deposit of the third instrument.\n\n## §\n\nThe list applies from the deposit of the fourth instrument.",
      ["third", "fourth"],
    ],
  ])("%s: %s", (language, words, places) => {
    expect(told(language, words)).toEqual([places]);
  });

  test.each([
    ["en", "The jury consists of seven members. Five members are a quorum."],
    ["en", "Each group consists of three experts. The six experts of both meet."],
    ["en", "A reply is given within ten days, and the said report within three months."],
    [
      "en",
      "It enters into force on the deposit of the third instrument.\n\n## §\n\nAn amendment enters into force on the deposit of the fifth instrument of acceptance.",
    ],
    ["ru", "Комиссия состоит из трех экспертов и пяти наблюдателей. Восемь стран представлены."],
  ])("none in %s: %s", (language, words) => {
    expect(told(language, words)).toEqual([]);
  });
});
