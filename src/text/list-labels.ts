/** The labels of numbered paragraphs by depth: paragraph, sub-paragraph, and below. */
export type Labels = [(n: number) => string, (n: number) => string, (n: number) => string];

/** The labels of a language, in its own letters. Reviewed: none. */
export function labelsOf(language: string): Labels {
  const primary = language.split("-", 1)[0] ?? language;
  const own = labels[language] ?? labels[primary];
  if (own) return own;
  const alphabet = alphabets[language] ?? alphabets[primary];
  return alphabet ? [point, after(letters(alphabet)), after(roman)] : latinLabels;
}

const point = (n: number) => `${n}.`;
const within = (label: (n: number) => string) => (n: number) => `(${label(n)})`;
const after = (label: (n: number) => string) => (n: number) => `${label(n)})`;

const roman = (n: number): string => {
  const tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  return n < 100 ? `${tens[Math.floor(n / 10)]}${ones[n % 10]}` : String(n);
};

/** a … z, aa, ab … in any alphabet. */
function letters(alphabet: string): (n: number) => string {
  const all = [...alphabet];
  return (n) => {
    let out = "";
    for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / all.length)) {
      out = `${all[(rest - 1) % all.length]}${out}`;
    }
    return out;
  };
}

const latin = letters("abcdefghijklmnopqrstuvwxyz");
const abjad = letters("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ");
const latinLabels: Labels = [within(String), within(latin), within(roman)];

/** Letters of numbered lists, without those that drafters skip because no word begins with them. */
const alphabets: Record<string, string> = {
  ru: "абвгдежзиклмнопрстуфхцчшщэюя",
  kk: "аәбвгғдежзикқлмнңоөпрстуұүфхцчшыіэюя",
  uk: "абвгдежзиіклмнопрстуфхцчшщюя",
  be: "абвгдежзіклмнопрстуфхцчшэюя",
  mk: "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
  ky: "абвгдежзиклмнопрстуфхцчшэюя",
  tg: "абвгғдежзикқлмнопрстуфхҳчҷшэюя",
  "uz-Cyrl": "абвгдежзиклмнопрстуфхцчшэюя",
  el: "αβγδεζηθικλμνξοπρστυφχψω",
  hy: "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ",
  ka: "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
  vi: "abcdđeghiklmnopqrstuvxy",
  tr: "abcçdefgğhıijklmnoöprsştuüvyz",
  ko: "가나다라마바사아자차카타파하",
};

const labels: Record<string, Labels> = {
  fr: [point, after(latin), after(roman)],
  ar: [within(String), within(abjad), (n) => `${n}-`],
  he: [within(String), within(hebrewNumber), within(String)],
  th: [point, within(letters("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")), within(String)],
  lo: [point, within(letters("ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ")), within(String)],
  km: [point, after(letters("កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ")), after(roman)],
  my: [within(String), within(letters("ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ")), within(roman)],
  ta: [point, within(letters("அஆஇஈஉஊஎஏஐஒஓஔ")), within(roman)],
  ja: [point, within(letters("アイウエオカキクケコサシスセソタチツテトナニヌネノ")), within(roman)],
  zh: [(n) => `${chineseNumber(n)}、`, (n) => `（${chineseNumber(n)}）`, point],
};

/** א, ב … י, יא … with ט"ו and ט"ז, to avoid writing the letters of the Name. */
function hebrewNumber(n: number): string {
  if (n > 99) return String(n);
  if (n === 15 || n === 16) return n === 15 ? "טו" : "טז";
  return `${["", ..."יכלמנסעפצ"][Math.floor(n / 10)]}${["", ..."אבגדהוזחט"][n % 10]}`;
}

/** 一, 二 … 九十九, then figures. */
export function chineseNumber(n: number): string {
  if (n > 99) return String(n);
  const digits = ["", ..."一二三四五六七八九"];
  const tens = Math.floor(n / 10);
  const ten = tens === 0 ? "" : `${tens > 1 ? digits[tens] : ""}十`;
  return `${ten}${digits[n % 10]}`;
}
