/**
 * What a language prints around its text: `page` with `#` for its number and `@` for the page count, the heading of the
 * contents, of the signatures, and of an annex. Reviewed: none.
 */
export type Words = { page: string; contents: string; signatures: string; annex: string };

/** The words of a language; undefined if we have none. */
export function wordsOf(language: string): Words | undefined {
  const primary = language.split("-", 1)[0] ?? language;
  const row = rows[language] ?? rows[primary];
  if (!row) return undefined;
  const [page, contents, signatures, annex] = row;
  return { page, contents, signatures, annex };
}

const rows: Record<string, [page: string, contents: string, signatures: string, annex: string]> = {
  de: ["Seite # von @", "Inhalt", "Unterschriften", "Anlage"],
  es: ["Página # de @", "Índice", "Firmas", "Anexo"],
  pt: ["Página # de @", "Índice", "Assinaturas", "Anexo"],
  it: ["Pagina # di @", "Indice", "Firme", "Allegato"],
  nl: ["Pagina # van @", "Inhoud", "Handtekeningen", "Bijlage"],
  da: ["Side # af @", "Indhold", "Underskrifter", "Bilag"],
  sv: ["Sida # av @", "Innehåll", "Underskrifter", "Bilaga"],
  nb: ["Side # av @", "Innhold", "Underskrifter", "Vedlegg"],
  nn: ["Side # av @", "Innhald", "Underskrifter", "Vedlegg"],
  no: ["Side # av @", "Innhold", "Underskrifter", "Vedlegg"],
  fi: ["Sivu # / @", "Sisällys", "Allekirjoitukset", "Liite"],
  is: ["Síða # af @", "Efnisyfirlit", "Undirskriftir", "Viðauki"],
  et: ["Lehekülg # / @", "Sisukord", "Allkirjad", "Lisa"],
  lv: ["#. lappuse no @", "Saturs", "Paraksti", "Pielikums"],
  lt: ["# puslapis iš @", "Turinys", "Parašai", "Priedas"],
  pl: ["Strona # z @", "Spis treści", "Podpisy", "Załącznik"],
  cs: ["Strana # z @", "Obsah", "Podpisy", "Příloha"],
  sk: ["Strana # z @", "Obsah", "Podpisy", "Príloha"],
  hu: ["#. oldal / @", "Tartalom", "Aláírások", "Melléklet"],
  sl: ["Stran # od @", "Kazalo", "Podpisi", "Priloga"],
  el: ["Σελίδα # από @", "Περιεχόμενα", "Υπογραφές", "Παράρτημα"],
  tr: ["Sayfa # / @", "İçindekiler", "İmzalar", "Ek"],
  he: ["עמוד # מתוך @", "תוכן העניינים", "חתימות", "נספח"],
  ko: ["@쪽 중 #쪽", "차례", "서명", "부속서"],
  ga: ["Leathanach # de @", "Clár ábhair", "Sínithe", "Iarscríbhinn"],
  lb: ["Säit # vun @", "Inhalt", "Ënnerschrëften", "Anhang"],
  be: ["Старонка # з @", "Змест", "Подпісы", "Дадатак"],
  uk: ["Сторінка # з @", "Зміст", "Підписи", "Додаток"],
  ky: ["@ беттин #-бети", "Мазмуну", "Колдор", "Тиркеме"],
  tg: ["Саҳифаи # аз @", "Мундариҷа", "Имзоҳо", "Замима"],
  uz: ["#-sahifa / @", "Mundarija", "Imzolar", "Ilova"],
  "uz-Cyrl": ["#-саҳифа / @", "Мундарижа", "Имзолар", "Илова"],
  hy: ["Էջ # / @", "Բովանդակություն", "Ստորագրություններ", "Հավելված"],
  az: ["Səhifə # / @", "Mündəricat", "İmzalar", "Əlavə"],
  ro: ["Pagina # din @", "Cuprins", "Semnături", "Anexa"],
  mk: ["Страница # од @", "Содржина", "Потписи", "Анекс"],
  ka: ["გვერდი # / @", "სარჩევი", "ხელმოწერები", "დანართი"],
  id: ["Halaman # dari @", "Daftar Isi", "Tanda Tangan", "Lampiran"],
  tl: ["Pahina # ng @", "Talaan ng Nilalaman", "Mga Lagda", "Lakip"],
  vi: ["Trang # / @", "Mục lục", "Chữ ký", "Phụ lục"],
  th: ["หน้า # จาก @", "สารบัญ", "ลายมือชื่อ", "ภาคผนวก"],
  lo: ["ໜ້າ # ຈາກ @", "ສາລະບານ", "ລາຍເຊັນ", "ເອກະສານຊ້ອນທ້າຍ"],
  km: ["ទំព័រ # នៃ @", "មាតិកា", "ហត្ថលេខា", "ឧបសម្ព័ន្ធ"],
  my: ["စာမျက်နှာ # / @", "မာတိကာ", "လက်မှတ်များ", "နောက်ဆက်တွဲ"],
  ta: ["பக்கம் # / @", "பொருளடக்கம்", "கையொப்பங்கள்", "இணைப்பு"],
  ja: ["# / @ ページ", "目次", "署名", "附属書"],
  zh: ["第 # 页，共 @ 页", "目录", "签字", "附件"],
};
