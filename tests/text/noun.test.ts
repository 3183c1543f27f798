import { describe, expect, test } from "vitest";
import { agreeing, agreementIn, asParty, formsIn, inForm } from "#src/text/noun.ts";
import { genderOf, needsGender } from "#src/text/party-forms.ts";
import { knownParties, namedIn } from "#src/text/party-name.ts";

const languages = ["en", "ru", "ar", "kk", "fr"];
const of = (code: string, language: string) => namedIn({ code }, language);

/** What stands in a sentence about twelve parties: "on behalf of", "to", and the verb "notifies". */
const sentences: Record<string, Record<string, string>> = {
  en: {
    CA: "on behalf of Canada, to Canada",
    GE: "on behalf of Georgia, to Georgia",
    JP: "on behalf of Japan, to Japan",
    KZ: "on behalf of the Republic of Kazakhstan, to the Republic of Kazakhstan",
    KG: "on behalf of the Kyrgyz Republic, to the Kyrgyz Republic",
    NO: "on behalf of the Kingdom of Norway, to the Kingdom of Norway",
    PH: "on behalf of the Republic of the Philippines, to the Republic of the Philippines",
    RU: "on behalf of the Russian Federation, to the Russian Federation",
    TM: "on behalf of Turkmenistan, to Turkmenistan",
    UA: "on behalf of Ukraine, to Ukraine",
    AE: "on behalf of the United Arab Emirates, to the United Arab Emirates",
    HUB: "on behalf of the Regional Hub for the Civil Service, to the Regional Hub for the Civil Service",
  },
  fr: {
    CA: "au nom du Canada, au Canada, le Canada notifie",
    GE: "au nom de la Géorgie, à la Géorgie, la Géorgie notifie",
    JP: "au nom du Japon, au Japon, le Japon notifie",
    KZ: "au nom de la République du Kazakhstan, à la République du Kazakhstan, la République du Kazakhstan notifie",
    KG: "au nom de la République kirghize, à la République kirghize, la République kirghize notifie",
    NO: "au nom du Royaume de Norvège, au Royaume de Norvège, le Royaume de Norvège notifie",
    RU: "au nom de la Fédération de Russie, à la Fédération de Russie, la Fédération de Russie notifie",
    TM: "au nom du Turkménistan, au Turkménistan, le Turkménistan notifie",
    UA: "au nom de l’Ukraine, à l’Ukraine, l’Ukraine notifie",
    AE: "au nom des Émirats arabes unis, aux Émirats arabes unis, les Émirats arabes unis notifient",
    US: "au nom des États-Unis d’Amérique, aux États-Unis d’Amérique, les États-Unis d’Amérique notifient",
    HUB: "au nom du Pôle régional de la fonction publique, au Pôle régional de la fonction publique, le Pôle régional de la fonction publique notifie",
  },
  ru: {
    CA: "от имени Канады, за Канаду, Канада уведомила",
    GE: "от имени Грузии, за Грузию, Грузия уведомила",
    JP: "от имени Японии, за Японию, Япония уведомила",
    KZ: "от имени Республики Казахстан, за Республику Казахстан, Республика Казахстан уведомила",
    KG: "от имени Кыргызской Республики, за Кыргызскую Республику, Кыргызская Республика уведомила",
    NO: "от имени Королевства Норвегия, за Королевство Норвегия, Королевство Норвегия уведомило",
    RU: "от имени Российской Федерации, за Российскую Федерацию, Российская Федерация уведомила",
    TM: "от имени Туркменистана, за Туркменистан, Туркменистан уведомил",
    BN: "от имени Бруней-Даруссалама, за Бруней-Даруссалам, Бруней-Даруссалам уведомил",
    AE: "от имени Объединенных Арабских Эмиратов, за Объединенные Арабские Эмираты, Объединенные Арабские Эмираты уведомили",
    US: "от имени Соединенных Штатов Америки, за Соединенные Штаты Америки, Соединенные Штаты Америки уведомили",
    HUB: "от имени Регионального хаба в сфере государственной службы, за Региональный хаб в сфере государственной службы, Региональный хаб в сфере государственной службы уведомил",
  },
  ar: {
    CA: "باسم كندا، تخطر كندا، لكندا",
    GE: "باسم جورجيا، تخطر جورجيا، لجورجيا",
    JP: "باسم اليابان، تخطر اليابان، لليابان",
    KZ: "باسم جمهورية كازاخستان، تخطر جمهورية كازاخستان، لجمهورية كازاخستان",
    FR: "باسم الجمهورية الفرنسية، تخطر الجمهورية الفرنسية، للجمهورية الفرنسية",
    NO: "باسم مملكة النرويج، تخطر مملكة النرويج، لمملكة النرويج",
    RU: "باسم الاتحاد الروسي، يخطر الاتحاد الروسي، للاتحاد الروسي",
    TM: "باسم تركمانستان، تخطر تركمانستان، لتركمانستان",
    UA: "باسم أوكرانيا، تخطر أوكرانيا، لأوكرانيا",
    AE: "باسم دولة الإمارات العربية المتحدة، تخطر دولة الإمارات العربية المتحدة، لدولة الإمارات العربية المتحدة",
    GB: "باسم المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية، تخطر المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية، للمملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية",
    HUB: "باسم المركز الإقليمي للخدمة المدنية، يخطر المركز الإقليمي للخدمة المدنية، للمركز الإقليمي للخدمة المدنية",
  },
  kk: {
    CA: "Канаданың Канадаға Канаданы Канададан",
    GE: "Грузияның Грузияға Грузияны Грузиядан",
    JP: "Жапонияның Жапонияға Жапонияны Жапониядан",
    KZ: "Қазақстан Республикасының Қазақстан Республикасына Қазақстан Республикасын Қазақстан Республикасынан",
    KG: "Қырғыз Республикасының Қырғыз Республикасына Қырғыз Республикасын Қырғыз Республикасынан",
    NO: "Норвегия Корольдігінің Норвегия Корольдігіне Норвегия Корольдігін Норвегия Корольдігінен",
    RU: "Ресей Федерациясының Ресей Федерациясына Ресей Федерациясын Ресей Федерациясынан",
    TM: "Түрікменстанның Түрікменстанға Түрікменстанды Түрікменстаннан",
    BN: "Бруней-Даруссаламның Бруней-Даруссаламға Бруней-Даруссаламды Бруней-Даруссаламнан",
    AE: "Біріккен Араб Әмірліктерінің Біріккен Араб Әмірліктеріне Біріккен Араб Әмірліктерін Біріккен Араб Әмірліктерінен",
    US: "Америка Құрама Штаттарының Америка Құрама Штаттарына Америка Құрама Штаттарын Америка Құрама Штаттарынан",
    HUB: "Мемлекеттік қызмет саласындағы өңірлік хабтың Мемлекеттік қызмет саласындағы өңірлік хабқа Мемлекеттік қызмет саласындағы өңірлік хабты Мемлекеттік қызмет саласындағы өңірлік хабтан",
  },
};

function sentence(code: string, language: string): string {
  const named = of(code, language);
  const form = (asked: Parameters<typeof inForm>[1]) => inForm(named, asked, language);
  const verb = (branches: Parameters<typeof agreeing>[1]) => agreeing(named, branches, language);
  switch (language) {
    case "en":
      return `on behalf ${form("genitive")}, ${form("dative")}`;
    case "fr": {
      const notifies = verb({ p: "notifient", else: "notifie" });
      return `au nom ${form("genitive")}, ${form("dative")}, ${named.name} ${notifies}`;
    }
    case "ru": {
      const notified = verb({ m: "уведомил", f: "уведомила", n: "уведомило", p: "уведомили" });
      return `от имени ${form("genitive")}, за ${form("accusative")}, ${named.name} ${notified}`;
    }
    case "ar":
      return `باسم ${form("genitive")}، ${verb({ m: "يخطر", f: "تخطر" })} ${named.name}، ${form("dative")}`;
    default:
      return (["genitive", "dative", "accusative", "ablative"] as const).map(form).join(" ");
  }
}

describe.each(languages)("in %s", (language) => {
  test.each(Object.entries(sentences[language] ?? {}))(
    "a sentence about %s is right",
    (code, all) => {
      expect(sentence(code, language)).toBe(all);
    },
  );

  test("every party that ships has every form, and every agreement", () => {
    for (const { code } of knownParties) {
      const named = of(code, language);
      for (const form of formsIn(language)) {
        expect(inForm(named, form, language), `${code} ${form}`).toBeTruthy();
      }
      if (agreementIn(language).length > 0) {
        const branches = Object.fromEntries(agreementIn(language).map((one) => [one, one]));
        expect(agreeing(named, branches, language), code).toBeTruthy();
      }
    }
  });
});

test.each([
  ["ru", "Министерство финансов", "neuter"],
  ["ru", "Агентство по делам государственной службы", "neuter"],
  ["ru", "Национальная академия", "feminine"],
  ["ru", "Служба", "feminine"],
  ["ru", "Государственный комитет", "masculine"],
  ["ru", "Институт", "masculine"],
  ["ru", "Объединенные силы", "plural"],
  ["ru", "Управление", "neuter"],
  ["ru", "Ассамблея", "feminine"],
  ["ru", "Сеть академий", null],
  ["ru", "UNESCO", null],
  ["fr", "le Ministère des finances", "masculine"],
  ["fr", "la Commission", "feminine"],
  ["fr", "les Nations Unies", "plural"],
  ["fr", "l’Agence de la fonction publique", null],
  ["ar", "وزارة المالية", "feminine"],
  ["ar", "الوكالة الوطنية", "feminine"],
  ["ar", "المركز الإقليمي", null],
  ["kk", "Қаржы министрлігі", null],
])("in %s the gender of %s shows by itself, or has to be given", (language, name, gender) => {
  expect(genderOf({ name }, language)).toBe(gender);
  expect(needsGender(name, language)).toBe(gender === null && language !== "kk");
});

test("a name without its forms stands beside a noun that has them", () => {
  expect(asParty({ name: "Сеть академий" }, "ru")).toEqual({
    name: "сторона «Сеть академий»",
    forms: {
      genitive: "стороны «Сеть академий»",
      accusative: "сторону «Сеть академий»",
      gender: "feminine",
    },
  });
  const french = asParty({ name: "l’Agence" }, "fr");
  expect(inForm(french, "genitive", "fr")).toBe("de la partie «\u00a0l’Agence\u00a0»");
  expect(inForm(french, "dative", "fr")).toBe("à la partie «\u00a0l’Agence\u00a0»");
  const arabic = asParty({ name: "المركز" }, "ar");
  expect(agreeing(arabic, { m: "يخطر", f: "تخطر" }, "ar")).toBe("يخطر");
  expect(inForm(arabic, "dative", "ar")).toBe("للطرف «المركز»");
});

test("words that are the same for all need no gender", () => {
  expect(agreeing({ name: "l’Agence" }, { else: "notifie" }, "fr")).toBe("notifie");
  expect(agreeing({ name: "l’Agence" }, { p: "notifient", else: "notifie" }, "fr")).toBeNull();
});
