import { describe, expect, test } from "vitest";
import { told } from "./told-terms.ts";

describe("an abbreviation", () => {
  test.each([
    ["en", "The Parties send lists through the CCU each year.", "CCU"],
    ["ru", "Сторона уведомляет НКЦ о вспышке.", "НКЦ"],
    ["ar", "تفحص م.ج.ز جودة الزيت.", "م.ج.ز"],
    ["ar", "يخطر كل طرف جهة NFP بالتفشي.", "NFP"],
    ["kk", "Тарап індет туралы ҰБП-сына хабарлайды.", "ҰБП"],
    ["fr", "Chaque Partie avise le PFN de tout foyer.", "PFN"],
  ])("that nothing explains is told in %s: %s", (language, words, found) => {
    expect(told(language, `${words} ${words}`)).toEqual([["abbreviation-unexplained", found]]);
  });

  test("that is explained and not used is told as a term", () => {
    expect(told("en", "The Lake Survey Service (LSS) works. Its ships sail.")).toEqual([
      ["term-unused", "LSS"],
    ]);
  });

  test.each([
    ["en", "The Lake Survey Service (LSS) works. Ships of the LSS sail."],
    ["en", "LSS (Lake Survey Service) works. Ships of the LSS sail."],
    ["en", "The Lake Survey Service works. The LSS has ships."],
    ["en", "Payment in EUR and by SWIFT, under ISO 9001 and A/RES/70/1, in Part XII."],
    ["en", "THE TEXT OF THE TWO PARTIES"],
    ["en", "DONE at Geneva; the work is done. Signed by J. CARTER for the firm “KTZ”."],
    ["ru", "Расчеты по курсу НДС и в рамках СНГ и ЕАЭС; «КТЖ» и спутник CERES."],
    ["ar", "بيانات م.ج.ز (معهد الزيت) وطريقة PDF."],
    ["fr", "La TVA est remboursée par l’ONU."],
  ])("is none of these in %s: %s", (language, words) => {
    expect(told(language, words)).toEqual([]);
  });
});
