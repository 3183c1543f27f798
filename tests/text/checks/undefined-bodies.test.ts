import { describe, expect, test } from "vitest";
import { told } from "./told-terms.ts";

describe("a body with capitals that nothing defines", () => {
  test.each([
    ["en", "Plans are sent to the Scientific Board.", "Scientific Board"],
    ["ru", "Планы утверждает Ученый Совет.", "Ученый Совет"],
    ["kk", "Кез келген шағым Апелляциялық Палатаға беріледі.", "Апелляциялық Палатаға"],
    ["fr", "Les plans sont remis au Comité.", "Comité"],
    ["en", "Fees are paid to the Operator of a larger ship.", "Operator"],
    [
      "en",
      "A scheme (hereinafter “the Programme”) starts. The Programme, then the Scheme.",
      "Scheme",
    ],
    ["ru", "Сбор платится Оператору порта.", "Оператору"],
    ["ru", "Доклад готов. Совместная Комиссия его рассматривает.", "Совместная Комиссия"],
    ["ar", "ينشئ الطرفان لجنة مشتركة. ويستعرض المجلس المشترك التنفيذ.", "المجلس المشترك"],
    ["kk", "Квота туралы Бірлескен Комиссияға хабарланады.", "Бірлескен Комиссияға"],
    ["fr", "L’Organisateur assure les œuvres.", "Organisateur"],
  ])("%s: %s", (language, words, found) => {
    expect(told(language, `${words} ${words}`)).toEqual([["term-undefined", found]]);
  });

  test.each([
    ["en", "A Scientific Board is set up. Plans are sent to the Scientific Board."],
    ["en", "Plans are sent to the Board. The Board shall consist of four members."],
    ["en", "The joint board meets. Plans are sent to the Board."],
    ["en", "It reports to the Security Council and to the Council of Ministers."],
    ["ru", "Стороны создают Ученый Совет. Планы утверждает Ученый Совет."],
    ["ru", "Планы направляются в Совет Безопасности и в Евразийский Совет."],
    ["kk", "Тараптар Бірлескен Комиссия құрады. Шағым Бірлескен Комиссияға беріледі."],
    ["kk", "Шағым Қауіпсіздік Кеңесіне және Ұлттық Палатаға беріледі."],
    ["fr", "Il est créé un Comité. Les plans sont remis au Comité."],
    ["fr", "Il en informe le Conseil de l’Europe."],
    ["ar", "تقدم الخطط إلى المجلس العلمي."],
    ["ar", "ينشئ الطرفان لجنة مشتركة. وتجتمع اللجنة المشتركة."],
    [
      "en",
      "It informs the Security Council. The Council may act, and Horizon 2030 or Plan 3 ends.",
    ],
    ["en", "The Annual Work Plan is adopted in May. The Work Plan has a budget."],
    ["fr", "La Commission européenne et le Centre international pour la paix assistent."],
    [
      "ru",
      "Экипаж готов. Подрядчики ждут. Глава Правительства, Полномочный Посол и Евразийская Комиссия приглашены.",
    ],
  ])("is none in %s: %s", (language, words) => {
    expect(told(language, words)).toEqual([]);
  });

  test("is none in a protocol, which uses what the agreement defines", () => {
    const words = "Plans are sent to the Scientific Board.";
    expect(told("en", words, "Protocol amending the Agreement")).toEqual([]);
  });
});
