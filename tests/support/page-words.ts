import type { Page } from "playwright-core";

/** Words that a page says, and the language that they are said to be in. */
export type PageWords = {
  text: string;
  lang: string;
  /** Whether it is a quote: what stands around it is in the language of the page. */
  quote: boolean;
  place: string;
};

/**
 * Everything that a person reads or hears on a page: texts, also those for screen readers alone, names of controls,
 * hints, the values of fields, and the tab's title. Digests and files, which are the same in every language, stand in
 * `code`, and what people wrote stands in fields that they fill.
 */
export function wordsOn(page: Page): Promise<PageWords[]> {
  return page.evaluate(() => {
    const found: { text: string; lang: string; quote: boolean; place: string }[] = [];
    const add = (one: Element, text: string | null, place: string) => {
      const marked = one.closest("[lang]");
      const lang = marked?.getAttribute("lang") ?? "";
      const quote = marked !== document.documentElement;
      if (text?.trim()) found.push({ text: text.trim(), lang, quote, place });
    };
    add(document.documentElement, document.title, "tab");
    const hidden = (one: Element) =>
      !one.checkVisibility({ visibilityProperty: true }) || one.closest("script, style, code, pre");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent && !hidden(parent)) add(parent, node.textContent, parent.localName);
    }
    for (const one of document.body.querySelectorAll("*")) {
      if (hidden(one)) continue;
      for (const name of [
        ...["aria-label", "aria-description", "aria-roledescription", "aria-valuetext"],
        ...["title", "placeholder", "alt"],
      ]) {
        add(one, one.getAttribute(name), name);
      }
      // What stands in a field that offers choices is the app's; what is typed is the reader's.
      if (one instanceof HTMLInputElement && one.matches("[aria-haspopup=listbox], [readonly]")) {
        add(one, one.value, "value");
      }
      if (one instanceof HTMLOptionElement) add(one, one.label, "option");
    }
    return found;
  });
}

type Judged = {
  language: string;
  /** What is the same in every language: products, formats, and names that people have given. */
  names: readonly string[];
  /** What stands in an instrument, such as a heading: right in the name of a control, which cannot name a language. */
  quoted: readonly string[];
  /** Codes that a page must put into words. */
  codes: ReadonlySet<string>;
};

const scripts = {
  Latn: /\p{Script=Latin}{2,}/u,
  Cyrl: /\p{Script=Cyrillic}{2,}/u,
  Arab: /\p{Script=Arabic}{2,}/u,
};
const scriptOf = (language: string) =>
  ({ ru: "Cyrl", kk: "Cyrl", ar: "Arab" })[language.split("-")[0] ?? ""] ?? "Latn";

/** Places whose words cannot say which language they are in. */
const unmarked = /^(?:tab|option|value|alt|title|placeholder|aria-.+)$/;

/** What is wrong with a page's words, each as `why: where “the words”`. */
export function faultsInWords(words: PageWords[], judged: Judged): string[] {
  const faults = words.flatMap((one) => {
    const why = faultIn(one, judged);
    return why ? [`${why}: ${one.place} “${one.text}”`] : [];
  });
  return [...new Set(faults)];
}

function faultIn({ text, lang, quote, place }: PageWords, judged: Judged): string | null {
  const { language, names, quoted, codes } = judged;
  const said = without(text, unmarked.test(place) ? [...quoted, ...names] : names);
  if (zone.test(said)) return "a zone by its identifier";
  if (key.test(said)) return "a key";
  if (joined.test(said)) return "a name of the code";
  // A treaty may name a party by its code: `[KZ: …]`.
  const code = quote ? undefined : said.match(/[\p{L}\p{N}.-]+/gu)?.find((word) => codes.has(word));
  if (code) return `the code ${code}`;
  if (languageCodes.test(said.trim())) return "a language by its code";
  const spoken = lang || language;
  const own = scriptOf(spoken);
  const [foreign] =
    Object.entries(scripts).find(([name, letters]) => name !== own && letters.test(said)) ?? [];
  if (foreign) return `${foreign} in ${spoken}`;
  if (spoken === "fr" && english.test(said)) return "English in fr";
  return latinMarks.test(said) ? "a comma of Latin script" : null;
}

const zone =
  /\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Z]\w+/;
/** `history.method.key`, `acts:name.sign`. */
const key = /(?<![\w.-])[a-z][\w-]*(?:[.:][a-z][\w-]+)+/;
/** `respondBy`. */
const joined = /(?<![\w.])[a-z]+[A-Z][a-z]+/;
/** Words of English sentences that French does not have. What is in another script needs no such list. */
const english =
  /\b(?:the|of|and|or|with|has|have|been|was|were|your|you|this|that|from|are|is|not|yet|by|to|in|for|it)\b/i;
/** In a sentence of Arabic: «ممثل, الإمارات». */
const latinMarks = /\p{Script=Arab}\s*[,;?](?:\s|$)/u;
/** `en`, `en, ru`. */
const languageCodes =
  /^(?:en|ru|ar|kk|fr|uz|ky|et|hy|az|ka)(?:[,;\s·]+(?:en|ru|ar|kk|fr|uz|ky|et|hy|az|ka))*$/;

/** Without the names given, references, addresses, names of files, and digests. */
function without(text: string, names: readonly string[]): string {
  let rest = text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");
  const longest = names.toSorted((a, b) => b.length - a.length);
  for (const name of longest) if (name) rest = rest.split(name).join(" ");
  return rest
    .replace(/\bDEP\/\d+\/\d+/g, " ")
    .replace(/\bhttps?:\/\/\S+|[\w.+-]+@[\w.-]+/g, " ")
    .replace(/(?<![\w/])(?:docs)?\/[\w-]+(?:[/.][\w$-]+)*\/?/g, " ")
    .replace(/[\w-]+\.(?:pdf|docx|md|ya?ml|csv|json|ndjson|txt|pem|png)\b/gi, " ")
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, " ")
    .replace(/\b(?=\w*\d)[0-9a-f]{4,}(?:[ …][0-9a-f]{4,})*/g, " ");
}
