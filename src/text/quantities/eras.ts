import { plain } from "./plain.ts";
import type { Quantity } from "./quantity.ts";

/** The months of the Hijri calendar, in order, as the languages write them; `|` parts the spellings of one. */
const hijri: string[] = [
  "محرم|muharram|мухаррам|мұхаррам|мухарам",
  "صفر|safar|сафар",
  "ربيع الاول|rabi al-awwal|rabi’ al-awwal|rabi i|раби аль-авваль|раби-уль-авваль|раби ал-аввал",
  "ربيع الاخر|ربيع الثاني|rabi al-thani|rabi’ al-thani|rabi al-akhir|rabi ii|раби-уль-ахир|раби ас-сани",
  "جمادى الاولى|jumada al-ula|jumada al-awwal|jumada i|джумада аль-уля|джумада-ль-уля|жумада әл-ула",
  "جمادى الاخرة|جمادى الثانية|jumada al-thani|jumada al-akhirah|jumada ii|джумада ас-сани|джумада-ль-ахира",
  "رجب|rajab|раджаб|ражаб|редж",
  "شعبان|sha’ban|shaban|sha'ban|chaabane|шаабан|шабан|шағбан",
  "رمضان|ramadan|ramaḍān|рамадан|рамазан|ramazan|ramadán",
  "شوال|shawwal|shawwāl|chawwal|шавваль|шаууал|шәууал",
  "ذو القعدة|ذي القعدة|dhu al-qa’dah|dhu al-qadah|dhou al qi’da|зу-ль-каада|зуль-каада|зүлқағда",
  "ذو الحجة|ذي الحجة|dhu al-hijjah|dhu al-hijja|dhou al hijja|зу-ль-хиджжа|зуль-хиджа|зүлхижжа|zilhicce|zulhijja|zilhijja",
];

const months = new Map(
  hijri.flatMap((names, at) => names.split("|").map((name) => [plain(name).toLowerCase(), at + 1])),
) as Map<string, number>;
const month = `(?<m>${[...months.keys()].sort((a, b) => b.length - a.length).join("|")})[\\p{L}\\p{M}]{0,4}`;
const mark =
  "(?:[ -]*(?:ه(?:ـ)?(?!\\p{L})|هجري\\p{L}*|год[ау] хиджры|г\\. хиджры|хиджры|AH|H(?!\\p{L})|de l’hégire|de la hégira))?";
const patterns = [
  new RegExp(
    `(?<!\\d)(?<d>\\d{1,2})(?:er|º)? +(?:de +)?${month},? +(?:de +)?(?<y>1[345]\\d\\d)(?!\\d)${mark}`,
    "giu",
  ),
  new RegExp(`(?<!\\d)(?<y>1[345]\\d\\d)(?:[- ]\\p{L}+)? +(?<d>\\d{1,2})[ -]+${month}`, "giu"),
  /(?<!\d)(?<y>1[345]\d\d)(?:\p{Cf}|[ -])*(?:ه(?:ـ)?(?!\p{L})|هجري|AH(?!\p{L})|год[ау] хиджры|г\. хиджры)/gu,
];

/** A date of the Hijri calendar as written; a year alone has no month. */
export type EraDate = Quantity & { day: number; month: number; year: number };

/**
 * Dates and years of the Hijri calendar. The other language may leave them out where the Gregorian date stands beside
 * them, so they need not be there.
 */
export function erasIn(text: string, _language: string): EraDate[] {
  if (!/1[345]\d\d|١[٣٤٥]/.test(text)) return [];
  let rest = plain(text);
  const dates: EraDate[] = [];
  for (const pattern of patterns) {
    rest = rest.replaceAll(pattern, (...match) => {
      const { y = "0", m = "", d = "0" } = match.at(-1) as Record<string, string | undefined>;
      const [whole, from] = [match[0] as string, match.at(-3) as number];
      const [year, monthOf, day] = [Number(y), months.get(m.toLowerCase()) ?? 0, Number(d)];
      const date = { day, month: monthOf, year };
      dates.push({
        ...date,
        kind: "era",
        from,
        to: from + whole.length,
        value: 0,
        written: "words",
        keys: [`i:${year}-${monthOf}-${day}`],
        must: false,
      });
      return "\ue001".repeat(whole.length);
    });
  }
  return dates;
}
