import type { Text } from "../articles.ts";
import { inParagraphs, type Slip } from "./in-paragraphs.ts";
import type { Warning } from "./warning.ts";

const rule = {
  rule: "placeholders",
  source: { key: "practice-blanks" },
} as const;

/** Places that an author meant to fill: `XX days`, `[●]`, `____`, `TBD` or `<name>`. */
export function placeholders(text: Text): Warning[] {
  return inParagraphs(rule, text, (words) => {
    const open = outsideQuotes(words);
    return blanks.flatMap((pattern) => [...open.matchAll(pattern)]).map(slipOf);
  });
}

function slipOf([found]: RegExpMatchArray): Slip {
  const words = found.trim();
  return { found: words, detail: { key: "blank", values: { words } } };
}

/** What follows a Roman numeral that counts centuries. */
const centuries =
  "(?:\\s*(?:-|–|—)\\s*[IVXХ]+)?\\s*(?:-?\\p{L}{0,3}\\s)?(?:centur|cent\\.|век|в\\.|вв\\.|ст\\.|стол|ғасыр|кылым|siècle|siglo|secol|yüzy|asr|əsr|сторіч|стагодд|saj|amž|век|դար|საუკ|القرن|قرن|세기|世纪)";

/** What an author writes in brackets where something is still to be filled. */
const meant = [
  "to be (?:determined|confirmed|completed|agreed|specified|inserted)|insert |fill in|choose one",
  "уточня\\p{L}+|указать|вписать|подлежит (?:уточнению|заполнению)|выбрать|ненужное",
  "à (?:compléter|préciser|déterminer|définir|confirmer|insérer)|insérer|biffer",
  "يُ?حدَّ?د لاحقا|تُ?حدَّ?د لاحقا|يستكمل|يُستكمل|فيما بعد|تحذف|يُحذف",
  "нақтылан\\p{L}+|толтырыл\\p{L}+|көрсетілсін|таңдау керек|бекітілмеген",
  "por (?:determinar|definir|completar|confirmar)|insertar",
  "de (?:stabilit|completat|precizat)|se va (?:completa|preciza)",
  "belirlenecek|eklenecek|doldurulacak|aniqlanadi|müəyyən ediləcək",
  "уточнюється|зазначити|вказати|удакладняецца|пазначыць|да се (?:утврди|пополни|определи)",
  "įrašyti|bus nustatyta|täpsustatakse|lisada|待定|待填|추후|미정",
].join("|");

/** The nouns that a number counts, after three dots in its place. */
const counted =
  "(?:days?|months?|years?|persons?|jours?|mois|ans?|дн\\p{L}+|месяц\\p{L}*|лет|год\\p{L}*|күн\\p{L}*|ай\\p{L}*|жыл\\p{L}*|адам|يوم\\p{L}*|شهر\\p{L}*|سن\\p{L}+|أيام|أشهر)";

const blanks: RegExp[] = [
  /_{3,}/gu,
  /\.{5,}|…{2,}/gu,
  /\{\{[^{}]*\}\}/gu,
  /[?؟]{2,}/gu,
  /<(?![\s\d])[^<>\d]{2,60}>/gu,
  /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|TODO|N\.N\.)(?![\p{L}\p{N}])/gu,
  // XX, in Latin or in Cyrillic letters, that is no century.
  new RegExp(
    `(?<![\\p{L}\\p{N}–—-])(?<!(?:siglo|secolul|sec\\.|siècle|wieku)\\s)(?:X{2,4}|x{2,4}|Х{2,4}|х{2,4})(?![\\p{L}\\p{N}])(?!${centuries})`,
    "giu",
  ),
  /(?<![\p{L}\p{N}.])NN(?![\p{L}\p{N}])|[×○●]{2,}/gu,
  /\{\p{L}[\p{L} _-]{2,40}\}|\.\.\s*\/\s*\.\./gu,
  new RegExp(`(?<=^|\\s)…(?=\\s${counted}(?![\\p{L}]))`, "gu"),
  // A bracket that holds a sign, a letter or nothing.
  /\[[^[\]\p{L}\p{N}]{0,12}\]|\[ ?\p{L} ?\]/gu,
  // Words in square brackets that are neither a symbol such as A/RES/70/1 nor a party's proposal.
  /\[(?!\s*[A-Z][A-Z0-9-]*(?:\s*[,/]\s*[A-Z][A-Z0-9-]*)*\s*:)(?![^[\]]*(?:p|pp|vol|n|art)\.\s?[\dIVX])(?=[^[\]]*(?:\p{Ll}{3}|\p{Lo}{2}))[^[\]]{1,120}\]/gu,
  // A question to the other side, or a note of the author's.
  /\([^()]{3,120}[?؟]\)/gu,
  new RegExp(`[([<][^()[\\]<>]{0,30}(?:${meant})[^)\\]>]{0,60}[)\\]>]`, "giu"),
];

/** The words without what they quote, so that every other word keeps its place. */
function outsideQuotes(words: string): string {
  return words.replaceAll(/«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]/gu, (quoted) =>
    " ".repeat(quoted.length),
  );
}
