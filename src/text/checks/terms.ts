import type { Terms } from "#workflows/terms.ts";
import { withoutList } from "../alternat.ts";
import type { Source } from "../source.ts";
import type { Warning } from "./warning.ts";

/** Recorded terms that the texts or the parties cannot satisfy. */
export function termsUnlikeText(source: Source, terms: Terms): Warning[] {
  return [...alternat(source, terms), ...entry(source, terms), ...consent(source, terms)];
}

function alternat(source: Source, terms: Terms): Warning[] {
  if (terms.alternat === "none") return [];
  return withoutList(source).map((language) => ({
    rule: "terms",
    source: "Practice: the alternat names each party first in its own original",
    language,
    article: 0,
    detail:
      "The opening does not list the parties by their official names in order: no alternat can be made.",
  }));
}

function entry({ parties, languages }: Source, { entry: clause }: Terms): Warning[] {
  const needed = needs(clause);
  if (needed <= parties.length) return [];
  return [
    {
      rule: "terms",
      source: "VCLT article 24(1)",
      language: languages[0] ?? "",
      article: null,
      detail: `Entry into force waits for ${needed} of ${parties.length} parties.`,
    },
  ];
}

function needs(clause: Terms["entry"]): number {
  if (clause.form === "nth-deposit") return clause.deposits;
  return clause.form === "month-after-nth-consent" ? clause.consents : 0;
}

function consent({ languages }: Source, { consent: acts, binding }: Terms): Warning[] {
  if (binding || !acts.includes("subject-to-ratification")) return [];
  return [
    {
      rule: "terms",
      source: "VCLT article 14",
      language: languages[0] ?? "",
      article: null,
      detail:
        "The instrument is meant to bind nobody, and yet it may be signed subject to ratification.",
    },
  ];
}
