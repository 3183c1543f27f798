import type { Headings } from "#workflows/headings.ts";
import { capital } from "./capital.ts";

/**
 * The forms of the word for an article that a sentence may need, with `#` for the number, each beside the same form of
 * the word for a section; without `#` for the article in which it stands. Where a form of one word stands beside two of the
 * other, the first is taken. Forms of French have what changes with the gender. A language without a row has its usual words
 * alone: nothing in it is declined.
 */
const forms: Record<string, readonly (readonly [article: string, section: string])[]> = {
  en: [["this Article", "this Section"]],
  ru: [
    ["статья #", "раздел #"],
    ["статьи #", "раздела #"],
    ["статье #", "разделе #"],
    ["статье #", "разделу #"],
    ["статью #", "раздел #"],
    ["статьей #", "разделом #"],
    ["со статьей #", "с разделом #"],
    ["ст. #", "разд. #"],
    ["настоящая статья", "настоящий раздел"],
    ["настоящей статьи", "настоящего раздела"],
    ["настоящей статье", "настоящем разделе"],
    ["настоящей статьей", "настоящим разделом"],
  ],
  ar: [
    ["المادة #", "البند #"],
    ["للمادة #", "للبند #"],
    ["بالمادة #", "بالبند #"],
    ["والمادة #", "والبند #"],
    ["هذه المادة", "هذا البند"],
    ["لهذه المادة", "لهذا البند"],
    ["بهذه المادة", "بهذا البند"],
  ],
  kk: [
    ["#-бап", "#-бөлім"],
    ["#-баптың", "#-бөлімнің"],
    ["#-бапқа", "#-бөлімге"],
    ["#-бапты", "#-бөлімді"],
    ["#-бапта", "#-бөлімде"],
    ["#-баптан", "#-бөлімнен"],
    ["#-баппен", "#-бөліммен"],
    // After the genitive of the instrument: осы Келісімнің 6-бабына.
    ["#-бабы", "#-бөлімі"],
    ["#-бабының", "#-бөлімінің"],
    ["#-бабына", "#-бөліміне"],
    ["#-бабын", "#-бөлімін"],
    ["#-бабында", "#-бөлімінде"],
    ["#-бабынан", "#-бөлімінен"],
    ["#-бабымен", "#-бөлімімен"],
    ["осы бап", "осы бөлім"],
    ["осы баптың", "осы бөлімнің"],
    ["осы бапқа", "осы бөлімге"],
    ["осы бапта", "осы бөлімде"],
    ["осы бапты", "осы бөлімді"],
  ],
  fr: [
    ["article #", "section #"],
    ["l’article #", "la section #"],
    ["à l’article #", "à la section #"],
    ["de l’article #", "de la section #"],
    ["le présent article", "la présente section"],
    ["au présent article", "à la présente section"],
    ["du présent article", "de la présente section"],
  ],
};

/** A reference to an article, in the words that its sentence needs: `статьей #`. Without a form, the usual words. */
export type Reference = { article: number; form?: string | undefined };

/** The forms of a language that an author may choose from, with a number; empty if there is no choice. */
export function referenceForms(language: string, headings: Headings = "articles"): string[] {
  return formsIn(language, headings).filter((form) => form.includes("#"));
}

function formsIn(language: string, headings: Headings): string[] {
  const at = headings === "articles" ? 0 : 1;
  return [...new Set(rowsOf(language).map((row) => row[at]))];
}

/**
 * The form that words are in, whatever number they name: «статьей 5» is `статьей #`, and «Статьей 5» at the beginning of
 * a sentence `Статьей #`. Undefined for other words, and for the usual ones.
 */
export function formOfReference(words: string, language: string): string | undefined {
  const said = words.replaceAll(/\s+/g, " ").trim();
  const folded = said.toLocaleLowerCase(language).replace(/\p{Nd}+|(?<=article )premier$/u, "#");
  const form = rowsOf(language)
    .flat()
    .find((one) => one.toLocaleLowerCase(language) === folded);
  return form !== undefined && /^\p{Lu}/u.test(said) ? capital(form, language) : form;
}

/** The space before the number, and the one after a short preposition. */
const tied = / (?=#)|(?<=^\p{L}{1,2}) /gu;

/** A form with its number, in the word that heads the agreement's articles; its line does not break before the number. */
export function inForm(
  form: string,
  { article, language, headings }: { article: number; language: string; headings: Headings },
): string {
  const at = headings === "articles" ? 0 : 1;
  const isForm = (one: string) => one === form || capital(one, language) === form;
  const rows = rowsOf(language);
  const row = rows.find((both) => isForm(both[at])) ?? rows.find((both) => both.some(isForm));
  const own = row?.[at] ?? form;
  const said = row?.includes(form) ? own : capital(own, language);
  const first = article === 1 && said.endsWith("rticle #");
  return said.replaceAll(tied, "\u00a0").replace("#", first ? "premier" : String(article));
}

function rowsOf(language: string) {
  return forms[language.split("-", 1)[0] ?? ""] ?? [];
}
