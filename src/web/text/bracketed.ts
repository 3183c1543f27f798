import type { Inline } from "#src/text/articles.ts";

export type MarkedInline = Inline & { bracket?: boolean };

/** Marks the words of a paragraph that are inside a party's brackets: `[KZ: and research]`. */
export function bracketed(inlines: Inline[], codes: string[]): MarkedInline[] {
  const known = inlines.some((one) => one.kind === "text" && one.text.includes("["));
  if (!known || codes.length === 0) return inlines;
  const opening = new RegExp(`\\[\\s*(?:${codes.join("|")})(?:\\s*[,/]\\s*[A-Z0-9-]+)*\\s*:`, "y");
  // For each open bracket, whether it belongs to a party.
  const open: boolean[] = [];
  return inlines.flatMap((one): MarkedInline[] => {
    if (one.kind !== "text") return [{ ...one, bracket: open.includes(true) }];
    const out: MarkedInline[] = [];
    let begun = 0;
    const cut = (end: number, bracket: boolean) => {
      if (end > begun) out.push({ ...one, text: one.text.slice(begun, end), bracket });
      begun = end;
    };
    for (const { index } of one.text.matchAll(/[[\]]/g)) {
      const within = open.includes(true);
      if (one.text[index] === "[") {
        opening.lastIndex = index;
        const party = opening.test(one.text);
        if (party && !within) cut(index, false);
        open.push(party);
      } else if (open.pop() && !open.includes(true)) cut(index + 1, true);
    }
    cut(one.text.length, open.includes(true));
    return out;
  });
}
