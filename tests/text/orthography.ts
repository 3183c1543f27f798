import type { Finding } from "./find-terms.ts";
import type { Worded } from "./worded-texts.ts";

/** A rule of spelling or punctuation: each match is a fault. `say` is what to write. */
type Rule = { fault: RegExp; say: string };

/** Placeholders, links, addresses, tags and file names are no words. */
const apart =
  /\{+[^{}]*\}+|\]\([^)]*\)|https?:\/\/\S+|<\/?[^>]+>|`[^`]*`|[\w./-]+\.(?:md|pem|json|yaml|pdf|docx|p7s)\b/g;

const everywhere: Rule[] = [
  { fault: /\S {2,}\S/g, say: "one space" },
  { fault: /\p{L} ,(?= |$)/gu, say: "no space before a comma" },
];

/** One form of address and one orthography for each language. Sources stand in docs/adr/0159-one-glossary.md. */
const rules: Record<string, Rule[]> = {
  en: [
    { fault: /"/g, say: "“ ”" },
    { fault: /\p{L}'\p{L}/gu, say: "’" },
    { fault: /\bproces-verb/gi, say: "procès-verbal" },
    {
      fault:
        /\b(?!size|seize|prize|capsize|Kazakh)\p{L}{3,}(?:iz(?:e[sd]?|ing|ation|ations))\b|\bcolor\b|\bcenter\b/giu,
      say: "British spelling (-ise, colour, centre)",
    },
  ],
  ru: [
    { fault: /"/g, say: "« »" },
    { fault: /(?<!\p{L})(?!всё(?!\p{L})|Всё(?!\p{L}))\p{L}*[ёЁ]\p{L}*/gu, say: "е instead of ё" },
    {
      fault: /(?<!\p{L})(?:вы|вас|вам|вами|ваш(?:а|е|и|у|ей|его|ему|им|их|ими|ем|ею)?)(?!\p{L})/gu,
      say: "Вы, Ваш with a capital",
    },
    { fault: /—/g, say: "an en dash with spaces" },
  ],
  ar: [
    { fault: /\u064b\u0651?\u0627/g, say: "tanwin after its alif (اً)" },
    { fault: /[\u0600-\u06ff]\u200f?\s?[,;?]/g, say: "، ؛ ؟" },
    { fault: /"/g, say: "« »" },
    {
      fault:
        /(?<![\u0600-\u06ff])(?:جرّب|اختر|ابدأ|اقرأ|انظر|افتح|أنشئ|احفظ|اذكر|خذ|ادعُ|اكتب|لديك|عليك|إليك|أنت|حسابك|بلغتك|ينتظرك|هويتك|ملفك|لأنك|كتبته|تبعت)(?![\u0600-\u06ff])/g,
      say: "the polite plural",
    },
  ],
  kk: [
    { fault: /"/g, say: "« »" },
    { fault: /(?<!\p{L})сіз(?:дің|ге|ді|де|ден|дікі|бен)?(?!\p{L})/gu, say: "Сіз with a capital" },
    { fault: /—/g, say: "an en dash with spaces" },
  ],
  fr: [
    { fault: /"/g, say: "« » with no-break spaces" },
    { fault: /\p{L}'\p{L}/gu, say: "’" },
    { fault: /«(?!\u00a0)|(?<!\u00a0)»/g, say: "a no-break space inside « »" },
    { fault: /[\p{L}\d)»][ ]?[:;!?](?=\s|$)/gu, say: "a no-break space before : ; ! ?" },
  ],
};

/**
 * A Kazakh date takes its case on the word күн if nothing declines what is filled in; a place such as `{{day:dative}}` does,
 * and on a blank one writes the ending.
 */
const kazakhEndings =
  /(?<!(?::[a-z]+|\{blank)\}?)\}\}? (?:бастап|дейін|дейінгі|қол қойды|хабарланды|алынды|жіберілді|берілген|жасалды|аяқталды)(?!\p{L})/gu;

/** Faults of spelling and punctuation, by file and line. */
export function misspeltIn(texts: Worded[]): Finding[] {
  return texts.flatMap((worded) => {
    const blank = worded.text.replace(apart, (match) => match.replace(/[^\n]/g, "_"));
    const own = worded.key === "" ? withoutMarkup(blank) : blank;
    const found = [...everywhere, ...(rules[worded.language] ?? [])].flatMap(({ fault, say }) =>
      [...own.matchAll(fault)].map((match) => found1(worded, match, say)),
    );
    if (worded.language !== "kk") return found;
    const endings = [...worded.text.matchAll(kazakhEndings)];
    return [...found, ...endings.map((match) => found1(worded, match, "күніне дейін, күні …"))];
  });
}

function found1(worded: Worded, match: RegExpExecArray, say: string): Finding {
  const before = worded.text.slice(0, match.index);
  const line = worded.line + (worded.key === "" ? before.split("\n").length - 1 : 0);
  return { file: worded.file, line, found: match[0].trim(), say };
}

/** Markdown's indents and table cells hold spaces of their own. */
function withoutMarkup(text: string): string {
  return text.replace(/^\|.*$|^[ >#*-]+/gm, (match) => match.replace(/[^\n]/g, "_"));
}
