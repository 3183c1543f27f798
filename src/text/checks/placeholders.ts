import type { Text } from "../articles.ts";
import { checkLists } from "./check-lists.ts";
import { inParagraphs, type Slip } from "./in-paragraphs.ts";
import { onFirstUse } from "./on-first-use.ts";
import { plainWords } from "./plain-words.ts";
import type { Warning } from "./warning.ts";

const rule = {
  rule: "placeholders",
  source: { key: "practice-blanks" },
} as const;

/** Places that an author meant to fill: `XX days`, `[●]`, `____`, `dd/mm/yyyy`, `TBD` or `<name>`. */
export function placeholders(text: Text): Warning[] {
  return inParagraphs(rule, text, (words, language) => {
    const plain = plainWords(outsideQuotes(words));
    const own = ends().get(language.split("-")[0] ?? "");
    const found = kinds()
      .flatMap(({ needs, blanks }) => (needs.test(plain.text) ? blanks : []))
      .concat(own ?? [])
      .flatMap((pattern) => [...plain.text.matchAll(pattern)])
      .filter(([one]) => !notes.test(one));
    return [...found, ...datesOfLetters(plain.text)].map(({ index = 0, 0: one }): Slip => {
      const from = index + (one.length - one.trimStart().length);
      const said = plain.written(from, index + one.trimEnd().length);
      return { found: said, detail: { key: "blank", values: { words: said } } };
    });
  });
}

/** What an editor puts in square brackets and means to stay: “[sic]”, and “annex” in Korean. */
const notes = /^\[(?:sic|كذا|так|붙임|별[표지])[\s!\]]/u;

/** A date that stands for its parts: `dd/mm/yyyy`, «ДД.ММ.ГГГГ». */
function datesOfLetters(words: string): RegExpMatchArray[] {
  return [...words.matchAll(letters)].filter(([found = ""]) =>
    found.split(/[./-]/).every((part) => new Set(part.toLowerCase()).size === 1),
  );
}

const letters =
  /(?<![\p{L}\p{N}])(?:\p{L}{2}[./-]\p{L}{2}[./-](?:\p{L}{4}|\p{L}{2})|\p{L}{4}[./-]\p{L}{2}[./-]\p{L}{2})(?![\p{L}\p{N}])/gu;

/** What ends a sentence that says nothing yet, by language. */
const ends = onFirstUse(
  () =>
    new Map(
      Object.entries(checkLists().blank.ends).map(([language, own]) => [
        language,
        new RegExp(`(?<!\\p{L})(?:${own})(?=[.,;،؛]|$)`, "giu"),
      ]),
    ),
);

/** What follows a Roman numeral that counts centuries, games or kings. */
const centuries =
  "(?:\\s*(?:-|–|—)\\s*[IVXХ]+)?\\s*(?:-?\\p{L}{0,3}\\s)?(?:centur|cent\\.|век|в\\.|вв\\.|ст\\.|стол|ғасыр|кылым|siècle|siglo|secol|yüzy|asr|əsr|сторіч|стагодд|saj|amž|век|դար|საუკ|القرن|قرن|세기|世纪|тарау)";
const roman =
  "(?! (?:Olymp|Олимп|Всемир|съезд|to the \\p{Lu}(?!art)|of the \\p{Lu}(?!art))| (?:and|и|және|et|y|و|ve) ?[IVXYУ]{2,}(?![\\p{L}]))";
/** What a Roman numeral or a pair of letters follows. */
const after =
  "(?:siglo|secolul|sec\\.|siècle|wieku|القرن|[Cc]hapter|[Cc]hapitre|[Гг]лав[аыеу]|[Tt]itle|[Tt]itre|[Vv]olume|[Tt]ome|[Тт]ом[ае]?|[Cc]hromosomes?|[Хх]ромосомы?|الصبغيات|الفصل|الباب)";

type Kind = { needs: RegExp; blanks: RegExp[] };

/** Expressions of one kind, and what a text must have for any of them to fit: most paragraphs have none of it. */
const kinds = onFirstUse((): Kind[] => {
  const { counted, numbered, begins: ofStart, holds: ofAny } = checkLists().blank;
  const [begins, holds] = [ofStart, ofAny].map((own) => Object.values(own).join("|"));
  return [
    {
      needs: /[_…]|\.{3}/,
      blanks: [
        /(?<![\p{L}\p{N}])_{2,}(?!\p{L})|(?<=\p{N})_{2,}(?![\p{L}\p{N}])|_{3,}|_(?: _){2,}/gu,
        /\.{5,}|(?<![\u3400-\u9fff])…[….]+|\.{2,}…|…(?= ?[.;]$)/gu,
        new RegExp(
          `(?<=^|\\s)(?:…|\\.{3})(?=\\s${counted}(?![\\p{L}])|\\s\\p{L}{3,12} 20\\d\\d)`,
          "gu",
        ),
        // A blank for the number of an article: a lone X may be a Roman ten.
        new RegExp(
          `(?<!\\p{L})${numbered} ?(?:_{1,9}|…|\\.{3}|\\((?:…|\\.{3}|_{1,9})\\))(?![\\p{L}\\p{N}])`,
          "gu",
        ),
      ],
    },
    {
      needs: /[[(<{【（%$*×○●〇?؟«“待/]|\.\./,
      blanks: [
        /\{\{[^{}]*\}\}|\$\{[^{}]{1,60}\}|%[A-Z][A-Z_]{2,30}%/gu,
        /<(?![\s\d])[^<>\d]{2,60}>/gu,
        /[?؟]{2,}|«\s{0,3}»|“\s{0,3}”|待(?:定|填|补充)(?=[。；，]|$)/gu,
        new RegExp(`\\((?:number|chiffre|число|сан|عدد)\\)(?= ${counted}(?!\\p{L}))`, "gu"),
        /(?<!(?:[Ss]tars?|[Éé]toiles?|[Зз]вездочки|жұлдыз\p{L}{0,7}|النجوم) )\*{3,}(?! ?(?:stars?|звезд|étoiles?|жұлдыз|نجوم))/gu,
        /\{\p{L}[\p{L}’' _-]{2,40}\}|\.\.\s*\/\s*\.\.|(?<=\s)\/\s{1,6}\/(?=\s?(?:20|م))/gu,
        // A bracket that holds a sign, a letter or nothing.
        /\[[^[\]\p{L}\p{N}]{0,12}\]|\[ ?\p{L} ?\]|\[(?:NAME|NOM|DATE|TITLE|PLACE|AMOUNT|NUMBER|ПІБ|ФИО|ДАТА|СУММА|НОМЕР|ИМЯ)\]|【[^【】]{1,40}】/gu,
        // Words in square brackets that are neither a symbol such as A/RES/70/1 nor a party's proposal.
        /\[(?!\s*[A-Z][A-Z0-9-]*(?:\s*[,/]\s*[A-Z][A-Z0-9-]*)*\s*:)(?![^[\]]*(?:p|pp|vol|n|art)\.\s?[\dIVX])(?=[^[\]]*(?:\p{Ll}{3}|\p{Lo}{2}))[^[\]]{1,120}\]/gu,
        // A question to the other side, or a note of the author's.
        /\([^()]{3,120}[?؟]\)/gu,
        new RegExp(`[(<（](?:${begins})(?!\\p{L})[^)>）]{0,60}[)>）]`, "giu"),
        new RegExp(`[([<（][^()[\\]<>]{0,30}(?:${holds})[^)\\]>]{0,60}[)\\]>）]`, "giu"),
      ],
    },
    {
      needs: /(?:^|[ (])[NnXxХхس0Чч]{1,2} /,
      blanks: [
        // A letter or zeros for a number.
        new RegExp(`(?<![\\p{L}\\p{N}.,-])(?:[NnXxХх]|س|ЧЧ|чч|00)(?= ${counted}(?!\\p{L}))`, "gu"),
      ],
    },
    {
      needs: /./,
      blanks: [
        /(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|TODO|tbd|tbc|Lorem ipsum)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])N\.N\.(?! ?\p{Lu})/gu,
        /(?<![\p{L}\p{N}/])(?:N\/A|n\/a|н\/д)(?=[.;,]|$)/gu,
        // XX, in Latin or in Cyrillic letters, that is no century.
        new RegExp(
          `(?<![\\p{L}\\p{N}–—-])(?<!${after}\\s)(?:X{2,4}|x{2,4}|Х{2,4}|х{2,4})(?![\\p{L}\\p{N}])(?!${centuries})${roman}`,
          "giu",
        ),
        /(?<![\p{L}\p{N}])(?:19|20)(?:XX|xx|ХХ|хх|YY|ГГ)(?![\p{L}\p{N}])|(?<!\p{L})(?:YYYY|ГГГГ|ЖЖЖЖ)(?![\p{L}./-])/gu,
        /(?<![\p{L}\p{N}.])NN(?![\p{L}\p{N}])|[×○●〇]{2,}|×(?=[年月日])/gu,
        /(?<![\p{N}.,:])0{2,3}[ .,]000(?:[ .,]000)?(?![\p{N}])/gu,
        /(?:_|…|\.{3}|(?<![\p{L}\p{N}])[XХN])-?(?:бап|тармақ|қосымша|modda|maddə|берене)\p{L}{0,8}/gu,
        /(?:Note to draft(?:er)?|Drafting note|Drafter[’']s note|À FAIRE|(?:Note|Note to self|Nota|Примечание|Ескерту|ملاحظة) ?: ?(?:check|confirm|verify|vérifier|confirmer|préciser|verificar|проверить|уточнить|согласовать|тексеру|соманы|нақтылау|[يت]راجع|تأكد))(?!\p{L})/gu,
        /(?:TEXT TEXT|ТЕКСТ ТЕКСТ|МӘТІН МӘТІН|TEXTE TEXTE|نص نص|[–—:-] (?:Ф\. ?И\. ?О\.|ФИО|Т\.А\.Ә\.)(?=[.;,]|$))(?!\p{L})/gu,
      ],
    },
  ];
});

/** The words without what they quote, so that every other word keeps its place. */
function outsideQuotes(words: string): string {
  return words.replaceAll(/«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]/gu, (quoted) =>
    / ?[_…]* ?/u.exec(quoted.slice(1, -1))?.[0] === quoted.slice(1, -1)
      ? quoted
      : " ".repeat(quoted.length),
  );
}
