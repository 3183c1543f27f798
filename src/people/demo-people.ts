import type { Worded } from "#src/db/columns.ts";
import type { Role } from "./person.ts";

type DemoPerson = {
  email: string;
  names: Worded;
  titles: Worded;
  language: string;
  role: Role;
  party: string | null;
};

/** Invented people for embedded data. They show each role and name no real person. */
export const demoPeople: DemoPerson[] = [
  {
    email: "aigerim.nurlanova@hub.example",
    names: {
      en: "Aigerim Nurlanova",
      ru: "Айгерим Нурланова",
      ar: "أيغيريم نورلانوفا",
      kk: "Айгерім Нұрланова",
    },
    titles: {
      en: "Legal Officer",
      ru: "Юрисконсульт",
      ar: "مسؤولة الشؤون القانونية",
      kk: "Заң кеңесшісі",
    },
    language: "en",
    role: "legal-officer",
    party: null,
  },
  {
    email: "daniel.hoffmann@hub.example",
    names: {
      en: "Daniel Hoffmann",
      ru: "Даниэль Хоффман",
      ar: "دانيال هوفمان",
      kk: "Даниэль Хоффман",
    },
    titles: {
      en: "Senior Legal Officer",
      ru: "Старший юрисконсульт",
      ar: "كبير مسؤولي الشؤون القانونية",
      kk: "Аға заң кеңесшісі",
    },
    language: "en",
    role: "legal-officer",
    party: null,
  },
  {
    email: "yerlan.abdrakhmanov@kz.example",
    names: {
      en: "Yerlan Abdrakhmanov",
      ru: "Ерлан Абдрахманов",
      ar: "يرلان عبد الرحمنوف",
      kk: "Ерлан Әбдірахманов",
    },
    titles: {
      en: "Chairman of the Agency for Civil Service Affairs",
      ru: "Председатель Агентства по делам государственной службы",
      ar: "رئيس وكالة شؤون الخدمة المدنية",
      kk: "Мемлекеттік қызмет істері агенттігінің төрағасы",
    },
    language: "kk",
    role: "representative",
    party: "KZ",
  },
  {
    email: "mariam.alhashimi@ae.example",
    names: {
      en: "Mariam Al Hashimi",
      ru: "Мариам Аль-Хашими",
      ar: "مريم الهاشمي",
      kk: "Мариам Әл-Хашими",
    },
    titles: {
      en: "Director General, Government Human Resources",
      ru: "Генеральный директор по кадрам государственной службы",
      ar: "المديرة العامة للموارد البشرية الحكومية",
      kk: "Мемлекеттік кадрлар жөніндегі бас директор",
    },
    language: "ar",
    role: "representative",
    party: "AE",
  },
  {
    email: "elena.petrova@hub.example",
    names: { en: "Elena Petrova", ru: "Елена Петрова", ar: "إيلينا بتروفا", kk: "Елена Петрова" },
    titles: {
      en: "Chair of the Steering Committee",
      ru: "Председатель Руководящего комитета",
      ar: "رئيسة اللجنة التوجيهية",
      kk: "Басқару комитетінің төрағасы",
    },
    language: "ru",
    role: "representative",
    party: "HUB",
  },
  {
    email: "james.carter@us.example",
    names: { en: "James Carter", ru: "Джеймс Картер", ar: "جيمس كارتر", kk: "Джеймс Картер" },
    titles: {
      en: "Deputy Director for Civil Service Policy",
      ru: "Заместитель директора по политике государственной службы",
      ar: "نائب المدير لسياسات الخدمة المدنية",
      kk: "Мемлекеттік қызмет саясаты жөніндегі директордың орынбасары",
    },
    language: "en",
    role: "representative",
    party: "US",
  },
  {
    email: "sofia.lindqvist@hub.example",
    names: {
      en: "Sofia Lindqvist",
      ru: "София Линдквист",
      ar: "صوفيا ليندكفيست",
      kk: "София Линдквист",
    },
    titles: { en: "Archivist", ru: "Архивист", ar: "أمينة المحفوظات", kk: "Мұрағатшы" },
    language: "en",
    role: "archivist",
    party: null,
  },
  {
    email: "timur.saidov@hub.example",
    names: { en: "Timur Saidov", ru: "Тимур Саидов", ar: "تيمور سعيدوف", kk: "Тимур Саидов" },
    titles: {
      en: "Head of Secretariat",
      ru: "Руководитель секретариата",
      ar: "رئيس الأمانة",
      kk: "Хатшылық басшысы",
    },
    language: "ru",
    role: "secretariat",
    party: null,
  },
  {
    email: "aisulu.bekova@hub.example",
    names: { en: "Aisulu Bekova", ru: "Айсулу Бекова", ar: "أيسولو بيكوفا", kk: "Айсұлу Бекова" },
    titles: {
      en: "Credentials Officer",
      ru: "Сотрудник по проверке полномочий",
      ar: "مسؤولة وثائق التفويض",
      kk: "Өкілеттіктерді тексеру жөніндегі қызметкер",
    },
    language: "kk",
    role: "secretariat",
    party: null,
  },
  {
    email: "minjun.park@kr.example",
    names: { en: "Park Min-jun", ru: "Пак Мин Чжун", ar: "بارك مين جون", kk: "Пак Мин Чжун" },
    titles: {
      en: "Ambassador-at-Large for Public Administration",
      ru: "Посол по особым поручениям по вопросам государственного управления",
      ar: "السفير المتجول لشؤون الإدارة العامة",
      kk: "Мемлекеттік басқару жөніндегі ерекше тапсырмалар елшісі",
    },
    language: "en",
    role: "representative",
    party: "KR",
  },
  {
    email: "kadri.tamm@ee.example",
    names: { en: "Kadri Tamm", ru: "Кадри Тамм", ar: "كادري تام", kk: "Кадри Тамм" },
    titles: {
      en: "Secretary of State",
      ru: "Государственный секретарь",
      ar: "أمينة الدولة",
      kk: "Мемлекеттік хатшы",
    },
    language: "en",
    role: "representative",
    party: "EE",
  },
];
