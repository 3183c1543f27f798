import { describe, expect, test } from "vitest";
import { lookAlikes } from "#src/text/checks/look-alikes.ts";
import { impossibleDates } from "#src/text/checks/numbers/calendar-dates.ts";
import { figuresInWords } from "#src/text/checks/numbers/figures-in-words.ts";
import { placeholders } from "#src/text/checks/placeholders.ts";
import type { Warning } from "#src/text/checks/warning.ts";
import { parseText } from "#src/text/markdown.ts";

const foundBy = (check: (text: ReturnType<typeof parseText>) => Warning[]) => {
  return (language: string, words: string) =>
    check(parseText(`# §\n\n## A\n\n1. x\n2. ${words}\n`, language)).flatMap(
      ({ found = [], article, paragraph }) => {
        expect([article, paragraph]).toEqual([1, "2"]);
        return found;
      },
    );
};

describe("a place that is still to be filled", () => {
  const found = foundBy(placeholders);
  test.each([
    ["en", "Within XX days.", "XX"],
    ["en", "Paid [●] times.", "[●]"],
    ["en", "Sent to <name of institution>.", "<name of institution>"],
    ["en", "It is [free of charge] [at cost].", "[at cost]"],
    ["ru", "Сумма (уточняется) вносится.", "(уточняется)"],
    ["ru", "До \\_\\_\\_\\_ 2027 года.", "____"],
    ["ar", "في مدة … يوماً.", "…"],
    ["kk", "(сома кейін толтырылады)", "(сома кейін толтырылады)"],
    ["fr", "[insérer le nom du service] publie.", "[insérer le nom du service]"],
    ["ka", "XX დღეში.", "XX"],
    ["en", "Signed on dd/mm/yyyy.", "dd/mm/yyyy"],
    ["en", "The seat is to be confirmed.", "is to be confirmed"],
    ["en", "Under Article \\_\\_, costs are shared.", "Article __"],
    ["en", "They meet N times a year.", "N"],
    ["en", "Lorem ipsum dolor.", "Lorem ipsum"],
    ["en", "The fee is EUR 000,000.", "000,000"],
    ["ru", "Подписано «__» марта 20__ года.", "«»"],
    ["ru", "Орган – (наименование органа).", "(наименование органа)"],
    ["ru", "Дата ДД.ММ.ГГГГ указана.", "ДД.ММ.ГГГГ"],
    ["ru", "Место будет определено позднее.", "будет определено позднее"],
    ["ar", "المقر يُحدَّد لاحقاً.", "يُحدَّد لاحقاً"],
    ["ar", "وفقاً للمادة (…) تقسم.", "للمادة (…)"],
    ["kk", "Орган (органның атауы) жұмыс істейді.", "(органның атауы)"],
    ["kk", "…-бапқа сәйкес.", "…-бапқа"],
    ["fr", "Le siège reste à définir.", "reste à définir"],
    ["fr", "L’organe (nom de l’organe) siège.", "(nom de l’organe)"],
    ["zh-Hans", "会费为【金额】欧元。", "【金额】"],
    ["uk", "Внесок (узгодити) сплачується.", "(узгодити)"],
    ["tr", "Tutar (belirlenecektir) ödenir.", "(belirlenecektir)"],
  ])("%s: %s", (language, words, said) => {
    expect(found(language, words)).toContain(said);
  });

  test.each([
    ["en", "Furniture of the XX century."],
    ["en", "Resolution 70/1 [A/RES/70/1]."],
    ["en", "The plaque bears “Built [by both nations] for study”."],
    ["en", "Thinner than < 16 and thicker than > 34."],
    ["en", "The [KZ: free] exchange."],
    ["ru", "Летописи до конца XX века."],
    ["ru", "В интервале (0; 50] миллиграммов."],
    ["es", "Los manuscritos del siglo XX."],
    ["en", "Chapter XX applies, and chromosomes XX and XY are studied."],
    ["en", "The budget is to be agreed each year by the commission."],
    ["en", "The words [sic] are the editor’s, of N.N. Kuznetsov."],
    ["en", "Write to info__desk@museum.org in the form “dd/mm/yyyy”."],
    ["ru", "Дата визита уточняется за неделю."],
    ["ru", "В заявлении указываются имя и отчество (Ф.И.О.) лица."],
    ["ar", "تحدد اللجنة الرسم كل سنة."],
    ["fr", "Les sommes à déterminer par la commission sont publiées."],
    ["zh-Hans", "会费、差旅费……由双方承担。"],
  ])("is none in %s: %s", (language, words) => {
    expect(found(language, words)).toEqual([]);
  });
});

describe("letters that look alike", () => {
  const found = foundBy(lookAlikes);
  test.each([
    ["ru", "Уровень вoдохранилища.", "вoдохранилища"],
    ["en", "A сertificate.", "сertificate"],
    ["en", "The Αnnex.", "Αnnex"],
    ["ru", "Не более 1О метров.", "1О"],
    ["ar", "طبيب بیطري.", "بیطري"],
    ["ar", "بعد ٤۵ دقيقة.", "٤۵"],
    ["kk", "Kілттің көшірмесі.", "Kілттің"],
  ])("%s: %s", (language, words, said) => {
    expect(found(language, words)).toEqual([said]);
  });

  test.each([
    ["ru", "Документ в формате PDF, нагрузка 10 т, COVID-19, XI–XII века."],
    ["en", "CO₂, 5 μm, type IV, KR0B and the newspaper «Вечерний Алматы»."],
    ["ar", "الطريقان A وB."],
  ])("are none in %s: %s", (language, words) => {
    expect(found(language, words)).toEqual([]);
  });
});

describe("a day that no calendar has", () => {
  const found = foundBy(impossibleDates);
  test.each([
    ["en", "by 31 April of each year", "31 April"],
    ["en", "by 29 February 2027", "29 February 2027"],
    ["ru", "до 31 апреля 2027 года", "31 апреля 2027"],
    ["ru", "29 февраля 2100 года", "29 февраля 2100"],
    ["ru", "начиная с 05.13.2026", "05.13.2026"],
    ["ar", "في 31 أيلول/سبتمبر", "31 أيلول/سبتمبر"],
    ["ar", "في ٣٠ فبراير", "٣٠ فبراير"],
    ["kk", "2026 жылғы 29 ақпанда", "2026 жылғы 29 ақпан"],
    ["fr", "le 31 juin", "31 juin"],
    ["es", "el 31 de abril", "31 de abril"],
    ["ko", "9월 31일까지", "9월 31일"],
  ])("%s: %s", (language, words, said) => {
    expect(found(language, words).some((one) => one.startsWith(said))).toBe(true);
  });

  test.each([
    ["en", "29 February 2028, 31 January 1512 and 30 June; in May 31 teachers"],
    ["ru", "29 февраля 2028 года, стандарт 31.04-2, 31 мая и 30 июня"],
    ["fr", "du 1er au 31 juillet 2027"],
    ["kk", "2028 жылғы 29 ақпанда"],
    ["ar", "29 شباط/فبراير 2028"],
  ])("is none in %s: %s", (language, words) => {
    expect(found(language, words)).toEqual([]);
  });
});

describe("words and figures that differ", () => {
  const found = foundBy(figuresInWords);
  test.each([
    ["en", "within thirty (60) days", "thirty (60"],
    ["ru", "в течение тридцати (60) дней", "тридцати (60"],
    ["ar", "في غضون ثلاثين (60) يوماً", "ثلاثين (60"],
    ["kk", "отыз (60) күн ішінде", "отыз (60"],
    ["fr", "dans un délai de trente (60) jours", "trente (60"],
  ])("%s: %s", (language, words, said) => {
    expect(found(language, words)).toEqual([said]);
  });

  test.each([
    ["en", "within ninety (90) days, and one hundred thousand (100,000) trees"],
    ["ru", "двадцатью четырьмя (24) специалистами"],
    ["fr", "1 500 (mille cinq cents) euros"],
  ])("none in %s: %s", (language, words) => {
    expect(found(language, words)).toEqual([]);
  });
});
