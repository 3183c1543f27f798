import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import type { FocusEvent, KeyboardEvent, MouseEvent } from "react";

/**
 * Filters a picker's options and puts the best match first: the whole name, then names that begin with the input,
 * then names with a word that does. Enter picks the first, so "Oman" must not pick Romania.
 */
export const bestFirst: OptionsFilter = ({ options, search, limit }) => {
  const typed = plain(search);
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

/** Inputs in which an option was chosen with the arrow keys, and inputs that have just received focus. */
const gone = new WeakSet<EventTarget>();
const entered = new WeakSet<EventTarget>();

/**
 * Enter picks the option that was typed or highlighted and never submits the surrounding form. In an empty input it
 * picks nothing, because nobody chose the first name in the list. Runs in the capture phase, before the picker's own
 * handler.
 */
export function keepInForm(event: KeyboardEvent<HTMLElement>): void {
  const { target, key } = event;
  // This Enter ends an input method's composition, for example in Korean or Chinese, and picks nothing.
  if (event.nativeEvent.isComposing) return;
  entered.delete(target);
  if (key === "ArrowDown" || key === "ArrowUp") gone.add(target);
  else if (key !== "Enter") gone.delete(target);
  if (key !== "Enter" || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const list = document.getElementById(target.getAttribute("aria-controls") ?? "");
  const marked = list?.querySelector<HTMLElement>("[data-combobox-selected]");
  if (target.value === "" && !target.readOnly && !gone.has(target)) event.stopPropagation();
  else if (marked) {
    // The picker updates its own index after it draws the list. The mark is what the reader sees, so use it.
    event.stopPropagation();
    marked.click();
  }
  gone.delete(target);
}

/** Selects the name in the input, so that typing replaces it instead of adding to it ("EstoniaGeorgia"). */
export function typeOver({ currentTarget }: FocusEvent<HTMLInputElement>): void {
  entered.add(currentTarget);
  currentTarget.select();
}

/** The click that focuses an input puts the caret into the name, so select the name again. */
export function typeOverAfterClick({ target }: MouseEvent<HTMLElement>): void {
  if (target instanceof HTMLInputElement && entered.delete(target)) target.select();
}

function rankOf(label: string, typed: string): number {
  if (label === typed) return 4;
  if (label.startsWith(typed)) return 3;
  if (label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 2;
  return label.includes(typed) ? 1 : 0;
}

/**
 * Folds case and accents, so that "turkiye" finds Türkiye. Also removes invisible characters that pasted names
 * contain, such as direction marks, and unifies spaces.
 */
function plain(text: string): string {
  const seen = text.normalize("NFD").replace(/[\p{M}\p{Cf}]/gu, "");
  return seen.replace(/\s+/gu, " ").trim().toLowerCase();
}
