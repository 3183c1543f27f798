/**
 * The alphabets of languages that browsers and small builds of Node sort as if they were English, letters in order
 * (CLDR 48's collation; Tajik, which it lacks, as its orthography of 2021 has it). Letters of two signs count as one.
 */
const alphabets: Record<string, string> = {
  kk: "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
  ky: "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
  mn: "а б в г д е ё ж з и й к л м н о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
  be: "а б в г д е ё ж з и і й к л м н о п р с т у ў ф х ц ч ш щ ъ ы ь э ю я",
  mk: "а б в г д ѓ е ж з ѕ и й ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш щ ъ ы ь э ю я",
  tg: "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ц ч ҷ ш щ ъ ы ь э ю я",
  "uz-Cyrl": "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш ъ э ю я ў қ ғ ҳ",
  az: "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w",
  uz: "a b c d e f g h i j k l m n o p q r s t u v w x y z oʻ gʻ sh ch",
  tk: "a b c ç d e ä f g h i j ž k l m n ň o ö p q r s ş t u ü v w x y ý z",
  is: "a á b c d ð e é f g h i í j k l m n o ó p q r s t u ú v w x y ý z þ æ ö å",
  sq: "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh",
};

/** Languages that sort as another one does, which every engine has. */
const likeAnother: Record<string, string> = { nn: "nb", bs: "hr", gl: "es", eu: "es" };

type Alphabet = { letter: RegExp; places: Map<string, string> };
const known = new Map<string, Alphabet>();

/** Signs for private use sort by their number in every engine and stand in no name: here for a letter's place. */
const firstPlace = 0xe000;

function alphabetOf(tag: string): Alphabet | null {
  const kept = known.get(tag);
  if (kept) return kept;
  const letters = alphabets[tag]?.split(" ");
  if (!letters) return null;
  const longest = letters.toSorted((a, b) => b.length - a.length).join("|");
  const place = (_: unknown, at: number) => String.fromCharCode(firstPlace + at);
  const made = {
    letter: new RegExp(longest, "g"),
    places: new Map(letters.map((letter, at) => [letter, place(letter, at)])),
  };
  known.set(tag, made);
  return made;
}

/** Compares names by the alphabet of a language, alike in every browser and on the server. */
export function compareNames(language: string): (a: string, b: string) => number {
  const { language: primary, script } = new Intl.Locale(language).maximize();
  const tag = alphabets[`${primary}-${script}`] ? `${primary}-${script}` : primary;
  const alphabet = alphabetOf(tag);
  if (!alphabet) return new Intl.Collator(likeAnother[primary] ?? language).compare;
  const { compare } = new Intl.Collator("en");
  const placed = (name: string) =>
    name
      .normalize("NFC")
      .toLocaleLowerCase(primary)
      .replaceAll(/[‘’'`]/g, "ʻ")
      .replace(alphabet.letter, (letter) => alphabet.places.get(letter) ?? letter);
  return (a, b) => compare(placed(a), placed(b)) || compare(a, b);
}

type Named = { names: Record<string, string> };

/**
 * Compares parties by the alphabet of a language (`compareNames`): by the official name without its article. A
 * Government compares as its State, so pass the State's names. Parties without a name in the language come last.
 */
export function byAlphabet(language: string): (a: Named, b: Named) => number {
  const compare = compareNames(language);
  const keyOf = ({ names }: Named) => withoutArticle(names[language] ?? "");
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === "" || right === "") return Number(left === "") - Number(right === "");
    return compare(left, right);
  };
}

/** The article of an English or French name, which no alphabet counts. */
function withoutArticle(name: string): string {
  return name.replace(/^(?:the |les? |la |l[’'])/i, "");
}
