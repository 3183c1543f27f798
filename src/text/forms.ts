import { articleName } from "./article-names.ts";
import { wordsOf } from "./form-words.ts";

/**
 * What we print around a language's text. Add a language with a row. A language without one heads its articles as
 * `article-names.ts` knows, and prints neutral marks, which need no words.
 */
export type Forms = {
  /** The heading of an article. */
  article: (number: number) => string;
  /** A cross-reference to an article; the space in it does not break. */
  reference: (number: number) => string;
  page: (number: number, of: number) => string;
  /** The heading of an annex, numbered if there are several. */
  annex: (number: number, of: number) => string;
  contents: string;
  between: string;
  and: string;
  signatures: string;
  seal: string;
  digest: string;
};

export function formsOf(language: string): Forms {
  const primary = language.split("-", 1)[0] ?? language;
  if (isKnown(primary)) return forms[primary];
  const article = articleName(language);
  const words = wordsOf(language);
  return {
    ...neutral,
    ...(article && { article, reference: article }),
    ...(words && {
      page: (n: number, of: number) => words.page.replace("#", `${n}`).replace("@", `${of}`),
      annex: (n: number, of: number) => (of > 1 ? `${words.annex}\u00a0${n}` : words.annex),
      contents: words.contents,
      signatures: words.signatures,
    }),
  };
}

/** I, II, III …, to number annexes in Latin script. */
function romanCapitals(n: number): string {
  const tens = "X".repeat(Math.floor(n / 10));
  return `${tens}${["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][n % 10]}`;
}

const forms = {
  en: {
    article: (n) => `Article\u00a0${n}`,
    reference: (n) => `Article\u00a0${n}`,
    page: (n, of) => `Page ${n} of ${of}`,
    annex: (n, of) => (of > 1 ? `Annex\u00a0${romanCapitals(n)}` : "Annex"),
    contents: "Contents",
    between: "between",
    and: "and",
    signatures: "Signatures",
    seal: "Seal of the depositary",
    digest: "Digest of the texts",
  },
  ru: {
    article: (n) => `Статья\u00a0${n}`,
    // The abbreviation works in every case of the noun.
    reference: (n) => `ст.\u00a0${n}`,
    page: (n, of) => `Страница ${n} из ${of}`,
    annex: (n, of) => (of > 1 ? `Приложение\u00a0${n}` : "Приложение"),
    contents: "Содержание",
    // The names are nominative, which these words do not take.
    between: "",
    and: "",
    signatures: "Подписи",
    seal: "Печать депозитария",
    digest: "Хеш-сумма текстов",
  },
  ar: {
    article: (n) => `المادة\u00a0${n}`,
    reference: (n) => `المادة\u00a0${n}`,
    page: (n, of) => `الصفحة ${n} من ${of}`,
    annex: (n, of) => (of > 1 ? `المرفق\u00a0${n}` : "المرفق"),
    contents: "المحتويات",
    between: "بين",
    and: "و",
    signatures: "التوقيعات",
    seal: "ختم الوديع",
    digest: "بصمة النصوص",
  },
  kk: {
    article: (n) => `${n}-бап`,
    reference: (n) => `${n}-бап`,
    page: (n, of) => `${of} беттің ${n}-беті`,
    annex: (n, of) => (of > 1 ? `${n}-қосымша` : "Қосымша"),
    contents: "Мазмұны",
    between: "",
    and: "",
    signatures: "Қолдар",
    seal: "Депозитарийдің мөрі",
    digest: "Мәтіндердің хеш-сомасы",
  },
  fr: {
    article: (n) => (n === 1 ? "Article\u00a0premier" : `Article\u00a0${n}`),
    reference: (n) => (n === 1 ? "article\u00a0premier" : `article\u00a0${n}`),
    page: (n, of) => `Page ${n} sur ${of}`,
    annex: (n, of) => (of > 1 ? `Annexe\u00a0${romanCapitals(n)}` : "Annexe"),
    contents: "Table des matières",
    between: "entre",
    and: "et",
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
  annex: (n, of) => (of > 1 ? `+\u00a0${n}` : "+"),
  contents: "",
  between: "",
  and: "",
  signatures: "",
  seal: "",
  digest: "SHA-256",
};
