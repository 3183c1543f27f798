/** Numbers from 1 to 999 in words, written by rules of the test's own, so that the reader is judged by other hands. */
export const writers: Record<string, (value: number) => string> = {
  "en cardinal": english,
  "en ordinal": (value) =>
    english(value).replace(/[a-z]+$/, (last) => ordinals[last] ?? `${last.replace(/y$/, "ie")}th`),
  "ru genitive": (value) => russian(value, genitive),
  "ru nominative": (value) => russian(value, nominative),
  "ru ordinal": russianOrdinal,
  "ar masculine": (value) => arabic(value, 0),
  "ar feminine": (value) => arabic(value, 1),
  "kk cardinal": kazakh,
  "kk ordinal": (value) => kazakh(value).replace(/[^ ]+$/, (last) => kazakhOrdinals[last] ?? last),
  "fr cardinal": french,
  "fr ordinal": frenchOrdinal,
};

const ones =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals: Record<string, string> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

function english(value: number): string {
  if (value >= 100) {
    const rest = value % 100;
    return `${ones[(value - rest) / 100 - 1]} hundred${rest ? ` and ${english(rest)}` : ""}`;
  }
  if (value < 20) return ones[value - 1] ?? "";
  const unit = value % 10;
  return `${tens[(value - unit) / 10 - 2]}${unit ? `-${ones[unit - 1]}` : ""}`;
}

const nominative = {
  ones: "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split(
    " ",
  ),
  tens: "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" "),
  hundreds: "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(" "),
};
const genitive = {
  ones: "одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати".split(
    " ",
  ),
  tens: "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста".split(
    " ",
  ),
  hundreds: "ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот".split(
    " ",
  ),
};
const russianOrdinals = {
  ones: "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого".split(
    " ",
  ),
  tens: "двадцатого тридцатого сорокового пятидесятого шестидесятого семидесятого восьмидесятого девяностого".split(
    " ",
  ),
  hundreds:
    "сотого двухсотого трёхсотого четырёхсотого пятисотого шестисотого семисотого восьмисотого девятисотого".split(
      " ",
    ),
};

type Forms = typeof nominative;

function partsOf(value: number): [hundreds: number, tens: number, ones: number] {
  const below = value % 100;
  const one = below < 20 ? below : below % 10;
  return [(value - below) / 100, below < 20 ? 0 : (below - one) / 10, one];
}

function russian(value: number, { ones, tens, hundreds }: Forms): string {
  const [hundred, ten, one] = partsOf(value);
  return [hundreds[hundred - 1], tens[ten - 2], ones[one - 1]].filter(Boolean).join(" ");
}

/** Only the last word of a Russian ordinal is declined: сто двадцать пятого. */
function russianOrdinal(value: number): string {
  const [hundred, ten, one] = partsOf(value);
  const last = one > 0 ? one : ten > 0 ? ten * 10 : hundred * 100;
  const before = value - last;
  const [names, at] =
    one > 0
      ? [russianOrdinals.ones, one - 1]
      : ten > 0
        ? [russianOrdinals.tens, ten - 2]
        : [russianOrdinals.hundreds, hundred - 1];
  return [before > 0 ? russian(before, nominative) : "", names[at]].filter(Boolean).join(" ");
}

const arabicOnes = [
  "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(" "),
  "واحدة اثنتان ثلاث أربع خمس ست سبع ثمانٍ تسع عشر".split(" "),
];
const arabicTeens = [
  ["أحد عشر", "اثني عشر"],
  ["إحدى عشرة", "اثنتي عشرة"],
];
const arabicTens = "عشرون ثلاثين أربعون خمسين ستون سبعين ثمانون تسعين".split(" ");
const arabicHundreds = "مائة مئتان ثلاثمئة أربعمائة خمسمئة ستمائة سبعمئة ثمانمائة تسعمئة".split(
  " ",
);

function arabic(value: number, gender: 0 | 1): string {
  const [hundred] = partsOf(value);
  const below = value % 100;
  const small = arabicBelow(below, gender);
  return [arabicHundreds[hundred - 1], small].filter(Boolean).join(" و");
}

function arabicBelow(value: number, gender: 0 | 1): string {
  const one = value % 10;
  if (value <= 10) return arabicOnes[gender]?.[value - 1] ?? "";
  if (value < 13) return arabicTeens[gender]?.[value - 11] ?? "";
  if (value < 20) return `${arabicOnes[gender]?.[one - 1]} ${gender === 0 ? "عشر" : "عشرة"}`;
  const ten = arabicTens[(value - one) / 10 - 2] ?? "";
  return one > 0 ? `${arabicOnes[gender]?.[one - 1]} و${ten}` : ten;
}

const kazakhOnes = "бір екі үш төрт бес алты жеті сегіз тоғыз".split(" ");
const kazakhTens = "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан".split(" ");
const kazakhOrdinals: Record<string, string> = {
  бір: "бірінші",
  екі: "екінші",
  үш: "үшінші",
  төрт: "төртінші",
  бес: "бесінші",
  алты: "алтыншы",
  жеті: "жетінші",
  сегіз: "сегізінші",
  тоғыз: "тоғызыншы",
  он: "оныншы",
  жиырма: "жиырмасыншы",
  отыз: "отызыншы",
  қырық: "қырқыншы",
  елу: "елуінші",
  алпыс: "алпысыншы",
  жетпіс: "жетпісінші",
  сексен: "сексенінші",
  тоқсан: "тоқсаныншы",
  жүз: "жүзінші",
};

function kazakh(value: number): string {
  const hundred = Math.floor(value / 100);
  const ten = Math.floor((value % 100) / 10);
  const hundreds = hundred === 0 ? "" : hundred === 1 ? "жүз" : `${kazakhOnes[hundred - 1]} жүз`;
  return [hundreds, kazakhTens[ten - 1], kazakhOnes[(value % 10) - 1]].filter(Boolean).join(" ");
}

const frenchSmall =
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const frenchTens = "vingt trente quarante cinquante soixante".split(" ");

function french(value: number): string {
  const hundred = Math.floor(value / 100);
  const below = value % 100;
  const hundreds = hundred === 0 ? "" : `${hundred > 1 ? `${frenchSmall[hundred - 1]} ` : ""}cent`;
  const many = hundred > 1 && below === 0 ? "s" : "";
  return `${hundreds}${many} ${frenchBelow(below)}`.trim();
}

function frenchBelow(value: number): string {
  if (value < 20) return frenchSmall[value - 1] ?? "";
  if (value >= 80) return `quatre-vingt${value === 80 ? "s" : `-${frenchSmall[value - 81]}`}`;
  const ten = value >= 60 ? 60 : value - (value % 10);
  const rest = value - ten;
  const name = frenchTens[ten / 10 - 2];
  if (rest === 0) return name ?? "";
  return rest === 1 || rest === 11
    ? `${name} et ${frenchSmall[rest - 1]}`
    : `${name}-${frenchSmall[rest - 1]}`;
}

function frenchOrdinal(value: number): string {
  if (value === 1) return "premier";
  return french(value).replace(/[a-z]+$/, (last) => {
    if (last === "cinq") return "cinquième";
    if (last === "neuf") return "neuvième";
    const stem = last === "vingts" || last === "cents" ? last.slice(0, -1) : last;
    return `${stem.replace(/e$/, "")}ième`;
  });
}
