import type { EntryConditions } from "#workflows/entry-conditions.ts";
import type { Terms } from "#workflows/terms.ts";
import { withoutList } from "../alternat.ts";
import { entryStrangers } from "../entry-strangers.ts";
import type { Source } from "../source.ts";
import { closesAsOneText } from "../testimonium.ts";
import type { Warning } from "./warning.ts";

/** Recorded terms that the texts or the parties cannot satisfy. */
export function termsUnlikeText(source: Source, terms: Terms): Warning[] {
  return [
    ...alternat(source, terms),
    ...exchanged(source, terms),
    ...entry(source, terms),
    ...consent(source, terms),
  ];
}

function alternat(source: Source, terms: Terms): Warning[] {
  if (terms.alternat === "none") return [];
  return withoutList(source).map((language) => ({
    rule: "terms",
    source: { key: "practice-alternat" },
    language,
    article: 0,
    detail: { key: "alternat-no-list" },
  }));
}

/** A text that is exchanged within notes is closed by them, not by those who sign one text. */
function exchanged({ texts }: Source, { exchange }: Terms): Warning[] {
  if (!exchange) return [];
  return Object.entries(texts)
    .filter(([language, text]) => closesAsOneText(text, language))
    .map(([language]) => ({
      rule: "terms",
      source: { key: "vclt", values: { article: "13" } },
      language,
      article: null,
      detail: { key: "exchanged-as-one" },
    }));
}

function entry(source: Source, terms: Terms): Warning[] {
  const { parties, languages } = source;
  const { entry: clause } = terms;
  if (clause.form === "conditions") return conditions(source, terms, clause);
  const needed = needs(clause);
  if (needed <= parties.length) return [];
  return [
    {
      rule: "terms",
      source: { key: "vclt", values: { article: "24(1)" } },
      language: languages[0] ?? "",
      article: null,
      detail: { key: "entry-waits", values: { needed, count: parties.length } },
    },
  ];
}

function conditions(source: Source, { accession }: Terms, clause: EntryConditions): Warning[] {
  const { parties, reference, title, languages } = source;
  const faults = entryStrangers(clause, {
    parties: accession ? null : parties.flatMap(({ code }) => code ?? []),
    names: [reference, ...Object.values(title)],
  });
  return faults.map(({ sentence }) => ({
    rule: "terms",
    source: { key: "vclt", values: { article: "24(1)" } },
    language: languages[0] ?? "",
    article: null,
    detail: sentence,
  }));
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
      source: { key: "vclt", values: { article: "14" } },
      language: languages[0] ?? "",
      article: null,
      detail: { key: "ratified-nonbinding" },
    },
  ];
}
