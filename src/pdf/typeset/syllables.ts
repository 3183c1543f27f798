/**
 * Divides a word of an East Slavic language, Macedonian or Tajik by syllables. Each has one vowel; й, ь and ъ stay with
 * the letter before them. One consonant between vowels opens the next syllable, and of several the first closes the
 * previous one. Offsets in UTF-16 units; letters in lower case.
 */
export function cyrillicSyllables(letters: string): number[] {
  return divide(letters, /[аеёиоуыэюяієїөүіѐѝӣӯў]/, (cluster) => {
    // й closes its syllable, ъ separates two, and ь stays with its consonant.
    const sign = cluster.search(/[йјъ'’ʼ]/);
    if (sign >= 0) return sign + 1;
    const soft = cluster.indexOf("ь");
    if (soft >= 0) return soft < cluster.length - 1 ? soft + 1 : Math.max(0, soft - 1);
    return cluster.length > 1 && !opensTogether(cluster) ? 1 : 0;
  });
}

/**
 * Divides a word of Kazakh, Kyrgyz, Turkish or Azerbaijani: of the consonants between two vowels, the last opens the
 * next syllable, whatever precedes it.
 */
export function turkicSyllables(letters: string): number[] {
  return divide(letters, /[аәеёиоөуұүыіэюяaeıioöuüəâîû]/, (cluster) => {
    const last = cluster.at(-1) ?? "";
    // Soft and hard signs of loanwords stay with their consonant.
    return /[ьъ]/.test(last) ? Math.max(0, cluster.length - 2) : cluster.length - 1;
  });
}

/** `closing` returns how many of the consonants between two vowels stay with the syllable before. */
function divide(letters: string, vowel: RegExp, closing: (cluster: string) => number): number[] {
  const found: number[] = [];
  let last = -1;
  for (let at = 0; at < letters.length; at++) {
    if (!vowel.test(letters[at] ?? "")) continue;
    const cluster = letters.slice(last + 1, at);
    // Adjacent vowels stay together: one of them may be half of a diphthong.
    if (last >= 0 && cluster !== "") found.push(last + 1 + closing(cluster));
    last = at;
  }
  return found;
}

/** A stop and a liquid open a syllable together: со-трудник. */
function opensTogether(cluster: string): boolean {
  return cluster.length === 2 && /^[бвгдкптф][рл]$/.test(cluster);
}
