import { formsOf } from "./forms.ts";

/** A reference to an article, in the words that its sentence needs: `статьей #`. Without a form, the usual words. */
export type Reference = { article: number; form?: string | undefined };

/**
 * The forms of the word for an article that a sentence may need, with `#` for the number. A language without a row
 * has its usual words alone: nothing in it is declined.
 */
const forms: Record<string, readonly string[]> = {
  ru: ["статья #", "статьи #", "статье #", "статью #", "статьей #", "ст. #"],
  ar: ["المادة #", "للمادة #", "بالمادة #", "والمادة #"],
  kk: [
    ...["#-бап", "#-баптың", "#-бапқа", "#-бапты", "#-бапта", "#-баптан", "#-баппен"],
    // After the genitive of the instrument: осы Келісімнің 6-бабына.
    ...["#-бабы", "#-бабының", "#-бабына", "#-бабын", "#-бабында", "#-бабынан", "#-бабымен"],
  ],
};

/** The forms of a language that an author may choose from; empty if there is no choice. */
export function referenceForms(language: string): readonly string[] {
  return forms[language.split("-", 1)[0] ?? ""] ?? [];
}

/** A reference as it prints; the space in it does not break. `usual` writes the usual words. */
export function referenceWords(
  { article, form }: Reference,
  language: string,
  usual = formsOf(language).reference,
): string {
  if (form === undefined) return usual(article);
  return form.replace("#", String(article)).replaceAll(" ", "\u00a0");
}

/**
 * The form that words are in, whatever number they name: «статьей 5» is `статьей #`. Undefined for other words, and for
 * the usual ones.
 */
export function formOfReference(words: string, language: string): string | undefined {
  const said = words
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/\p{Nd}+/u, "#");
  const folded = said.toLocaleLowerCase(language);
  return referenceForms(language).find((form) => form.toLocaleLowerCase(language) === folded);
}
