type ChangeWords = { inserted: string; deleted: string };

/** The words of a comparison's legend; signs if we have no words in the language. Reviewed: none. */
export function changeWords(language: string): ChangeWords {
  const primary = language.split("-", 1)[0] ?? language;
  return words[primary] ?? { inserted: "+", deleted: "–" };
}

const words: Record<string, ChangeWords> = {
  en: { inserted: "inserted", deleted: "deleted" },
  ru: { inserted: "добавлено", deleted: "исключено" },
  ar: { inserted: "مضاف", deleted: "محذوف" },
  kk: { inserted: "қосылды", deleted: "алып тасталды" },
  fr: { inserted: "ajouté", deleted: "supprimé" },
  de: { inserted: "eingefügt", deleted: "gestrichen" },
  es: { inserted: "añadido", deleted: "suprimido" },
  pt: { inserted: "acrescentado", deleted: "suprimido" },
  it: { inserted: "aggiunto", deleted: "soppresso" },
  nl: { inserted: "toegevoegd", deleted: "geschrapt" },
  pl: { inserted: "dodano", deleted: "skreślono" },
  tr: { inserted: "eklendi", deleted: "çıkarıldı" },
  uk: { inserted: "додано", deleted: "вилучено" },
  ko: { inserted: "추가", deleted: "삭제" },
  vi: { inserted: "thêm", deleted: "bỏ" },
};
