import { articleName } from "./article-names.ts";

/**
 * How a language says what we print around its text. A language is added by a row; one that has none heads
 * its articles as `article-names.ts` knows, and prints neutral marks, which need no words.
 */
export type Forms = {
  /** The heading of an article. */
  article: (number: number) => string;
  /** A cross-reference to an article; the space in it does not break. */
  reference: (number: number) => string;
  page: (number: number, of: number) => string;
  /** Labels of numbered paragraphs by depth: paragraph, sub-paragraph, and below. */
  labels: [(n: number) => string, (n: number) => string, (n: number) => string];
  between: string;
  and: string;
  /** Stands before a party's name above its signature, where the language allows the nominative. */
  signedFor: string;
  signatures: string;
  seal: string;
  digest: string;
};

export function formsOf(language: string): Forms {
  const primary = language.split("-", 1)[0] ?? language;
  if (isKnown(primary)) return forms[primary];
  const article = articleName(language);
  return article ? { ...neutral, article, reference: article } : neutral;
}

const roman = (n: number): string => {
  const tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  return n < 100 ? `${tens[Math.floor(n / 10)]}${ones[n % 10]}` : String(n);
};

/** a … z, aa, ab … in any alphabet. */
const letters =
  (alphabet: string) =>
  (n: number): string => {
    const all = [...alphabet];
    let out = "";
    for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / all.length)) {
      out = `${all[(rest - 1) % all.length]}${out}`;
    }
    return out;
  };

const latin = letters("abcdefghijklmnopqrstuvwxyz");
// Without ё, й, ъ, ы, ь, which Russian drafting leaves out of lists.
const russian = letters("абвгдежзиклмнопрстуфхцчшщэюя");
const kazakh = letters("аәбвгғдежзикқлмнңоөпрстуұүфхцчшыіэюя");
const abjad = letters("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ");

const forms = {
  en: {
    article: (n) => `Article\u00a0${n}`,
    reference: (n) => `Article\u00a0${n}`,
    page: (n, of) => `Page ${n} of ${of}`,
    labels: [(n) => `(${n})`, (n) => `(${latin(n)})`, (n) => `(${roman(n)})`],
    between: "between",
    and: "and",
    signedFor: "For",
    signatures: "Signatures",
    seal: "Seal of the depositary",
    digest: "Digest of the texts",
  },
  ru: {
    article: (n) => `Статья\u00a0${n}`,
    // The abbreviation serves in every case of the noun.
    reference: (n) => `ст.\u00a0${n}`,
    page: (n, of) => `Страница ${n} из ${of}`,
    labels: [(n) => `${n}.`, (n) => `${russian(n)})`, (n) => `${roman(n)})`],
    // The names stand in the nominative, which these words do not take.
    between: "",
    and: "",
    signedFor: "",
    signatures: "Подписи",
    seal: "Печать депозитария",
    digest: "Хеш-сумма текстов",
  },
  ar: {
    article: (n) => `المادة\u00a0${n}`,
    reference: (n) => `المادة\u00a0${n}`,
    page: (n, of) => `الصفحة ${n} من ${of}`,
    labels: [(n) => `(${n})`, (n) => `(${abjad(n)})`, (n) => `${n}-`],
    between: "بين",
    and: "و",
    signedFor: "عن",
    signatures: "التوقيعات",
    seal: "ختم الوديع",
    digest: "بصمة النصوص",
  },
  kk: {
    article: (n) => `${n}-бап`,
    reference: (n) => `${n}-бап`,
    page: (n, of) => `${of} беттің ${n}-беті`,
    labels: [(n) => `${n}.`, (n) => `${kazakh(n)})`, (n) => `${roman(n)})`],
    between: "",
    and: "",
    signedFor: "",
    signatures: "Қолдар",
    seal: "Депозитарийдің мөрі",
    digest: "Мәтіндердің хеш-сомасы",
  },
  fr: {
    article: (n) => (n === 1 ? "Article\u00a0premier" : `Article\u00a0${n}`),
    reference: (n) => (n === 1 ? "article\u00a0premier" : `article\u00a0${n}`),
    page: (n, of) => `Page ${n} sur ${of}`,
    labels: [(n) => `${n}.`, (n) => `${latin(n)})`, (n) => `${roman(n)})`],
    between: "entre",
    and: "et",
    signedFor: "",
    signatures: "Signatures",
    seal: "Sceau du dépositaire",
    digest: "Empreinte des textes",
  },
} satisfies Record<string, Forms>;

function isKnown(language: string): language is keyof typeof forms {
  return Object.hasOwn(forms, language);
}

const neutral: Forms = {
  article: (n) => `§\u00a0${n}`,
  reference: (n) => `§\u00a0${n}`,
  page: (n, of) => `${n} / ${of}`,
  labels: [(n) => `(${n})`, (n) => `(${latin(n)})`, (n) => `(${roman(n)})`],
  between: "",
  and: "",
  signedFor: "",
  signatures: "",
  seal: "",
  digest: "SHA-256",
};
