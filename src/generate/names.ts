import type { Chance } from "./chance.ts";

/** Invented given and family names, each in the scripts that it is written in; no office-holder is meant. */
type Pool = { given: readonly string[]; family: readonly string[] };

/** `en|ru` */
const steppe: Pool = {
  given: [
    "Aigul|Айгуль",
    "Daniyar|Данияр",
    "Saule|Сауле",
    "Timur|Тимур",
    "Madina|Мадина",
    "Arman|Арман",
    "Zhanna|Жанна",
    "Ruslan|Руслан",
    "Elena|Елена",
    "Viktor|Виктор",
    "Olga|Ольга",
    "Marat|Марат",
    "Gulnara|Гульнара",
    "Sergey|Сергей",
    "Anara|Анара",
    "Pavel|Павел",
    "Irina|Ирина",
    "Azamat|Азамат",
    "Lola|Лола",
    "Nikolai|Николай",
  ],
  family: [
    "Orazbek|Оразбек",
    "Serikbay|Серикбай",
    "Temirkhan|Темирхан",
    "Alimzhan|Алимжан",
    "Zhumagul|Жумагул",
    "Kenesary|Кенесары",
    "Belenko|Беленко",
    "Tarasyuk|Тарасюк",
    "Gorchak|Горчак",
    "Melnichuk|Мельничук",
    "Rakhim|Рахим",
    "Sadvakas|Садвакас",
    "Ergash|Эргаш",
    "Dzhuma|Джума",
    "Kravets|Кравец",
    "Lomidze|Ломидзе",
    "Petrosyan|Петросян",
    "Huseynli|Гусейнли",
    "Baatar|Баатар",
    "Toktogul|Токтогул",
  ],
};

/** `en|ar` */
const gulf: Pool = {
  given: [
    "Mariam|مريم",
    "Khalid|خالد",
    "Noura|نورة",
    "Saeed|سعيد",
    "Fatima|فاطمة",
    "Omar|عمر",
    "Layla|ليلى",
    "Hamad|حمد",
    "Salma|سلمى",
    "Yousef|يوسف",
    "Amal|أمل",
    "Rashid|راشد",
  ],
  family: [
    "Al Hosani|الحوسني",
    "Al Ameri|العامري",
    "Haddad|حداد",
    "Nasser|ناصر",
    "Al Zaabi|الزعابي",
    "Karam|كرم",
    "Mansour|منصور",
    "Al Shamsi|الشامسي",
    "Farah|فرح",
    "Saleh|صالح",
  ],
};

/** `en|fr`, alike in both. */
const latin: Pool = {
  given: [
    "Anna|Anna",
    "Paul|Paul",
    "Maria|Maria",
    "Jonas|Jonas",
    "Clara|Clara",
    "Martin|Martin",
    "Lucia|Lucia",
    "Erik|Erik",
    "Sofia|Sofia",
    "Tomas|Tomas",
    "Hélène|Hélène",
    "Andrew|Andrew",
    "Ingrid|Ingrid",
    "Marco|Marco",
    "Kaja|Kaja",
    "Simon|Simon",
  ],
  family: [
    "Lindqvist|Lindqvist",
    "Moreau|Moreau",
    "Keller|Keller",
    "Rossetti|Rossetti",
    "Kask|Kask",
    "Navarro|Navarro",
    "Hartley|Hartley",
    "Virtala|Virtala",
    "Jansons|Jansons",
    "Kowalik|Kowalik",
    "De Wael|De Wael",
    "Bergmann|Bergmann",
    "Marchetti|Marchetti",
    "Sundby|Sundby",
    "Petrauskis|Petrauskis",
    "Oakes|Oakes",
  ],
};

/** `en|ru`: for the east and the south of Asia. */
const pacific: Pool = {
  given: [
    "Min-jun|Мин Джун",
    "Seo-yeon|Со Ён",
    "Haruka|Харука",
    "Wei|Вэй",
    "Linh|Линь",
    "Arjun|Арджун",
    "Siti|Сити",
    "Anong|Анонг",
    "Kenji|Кэндзи",
    "Priya|Прия",
    "Ayesha|Аиша",
    "Budi|Буди",
  ],
  family: [
    "Hanryu|Ханрю",
    "Baekdo|Пэкто",
    "Shionoya|Сионоя",
    "Longwei|Лунвэй",
    "Trang|Чанг",
    "Devan|Деван",
    "Rahmat|Рахмат",
    "Suwan|Суван",
    "Minohara|Минохара",
    "Iyengar|Айенгар",
    "Malikzai|Маликзай",
    "Santoso|Сантосо",
  ],
};

const eastern = "AM AZ BY GE KZ KG MD MN MK RU TJ TM UA UZ HUB".split(" ");
const asian = "BN KH CN IN ID JP KR LA MY MM PK PH SG TH VN".split(" ");

/** A name for a person of this party, by language. */
export function nameFor(party: string | null, chance: Chance): Record<string, string> {
  const [pool, language] = poolOf(party);
  const [given, family] = [chance.pick(pool.given), chance.pick(pool.family)];
  const [first = "", other = ""] = given.split("|");
  const [last = "", otherLast = ""] = family.split("|");
  return { en: `${first} ${last}`, [language]: `${other} ${otherLast}` };
}

function poolOf(party: string | null): [Pool, string] {
  if (party === "AE") return [gulf, "ar"];
  if (party === null || eastern.includes(party)) return [steppe, "ru"];
  if (asian.includes(party)) return [pacific, "ru"];
  return [latin, "fr"];
}

/** The language that a person of this party reads. */
export function languageFor(party: string | null): string {
  if (party === "FR") return "fr";
  if (party === "AE") return "ar";
  if (party === "KZ") return "kk";
  return party !== null && ["RU", "BY", "KG", "TJ"].includes(party) ? "ru" : "en";
}
