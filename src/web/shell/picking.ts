import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import type { KeyboardEvent } from "react";

/**
 * The options that hold what was typed, the best first: the whole name, then names that begin with it, then
 * names of which a word does. Enter picks the first, and "Oman" must not pick Romania.
 */
export const bestFirst: OptionsFilter = ({ options, search, limit }) => {
  const typed = plain(search.trim());
  const ranked = (items: ComboboxItem[]) =>
    items
      .map((item) => ({ item, rank: rankOf(plain(item.label), typed) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .map(({ item }) => item);
  const flat = options.filter((one) => !("group" in one)) as ComboboxItem[];
  const groups = options.flatMap((one) =>
    "group" in one ? [{ ...one, items: ranked(one.items as ComboboxItem[]) }] : [],
  );
  return [...ranked(flat), ...groups].slice(0, limit);
};

/** Enter picks; it never sends the form in which the picker stands. */
export function keepInForm(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === "Enter") event.preventDefault();
}

function rankOf(label: string, typed: string): number {
  if (label === typed) return 4;
  if (label.startsWith(typed)) return 3;
  if (label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 2;
  return label.includes(typed) ? 1 : 0;
}

/** Without case and accents: "turkiye" finds Türkiye. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
