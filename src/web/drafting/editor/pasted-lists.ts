/** Turns Word's numbered paragraphs (`mso-list:l0 level1 lfo1`) into lists that begin at the number they show. */
export function settledLists(body: HTMLElement): void {
  let open: Open[] = [];
  let last: Element | null = null;
  for (const paragraph of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    const item = itemOf(paragraph);
    if (!item) continue;
    if (paragraph.previousElementSibling !== last) open = [];
    const list = listFor(item, open, paragraph);
    const entry = document.createElement("li");
    const words = document.createElement("p");
    words.append(...paragraph.childNodes);
    entry.append(words);
    list.append(entry);
    last = open[0]?.list ?? null;
    paragraph.remove();
  }
}

type Item = { level: number; value: number | null };
type Open = { level: number; ordered: boolean; next: number; list: Element };

/** The level and number of a paragraph of Word's, whose mark is taken away; null for any other paragraph. */
function itemOf(paragraph: Element): Item | null {
  const [, level] =
    /mso-list:\s*l\d+\s+level(\d)/i.exec(paragraph.getAttribute("data-style") ?? "") ?? [];
  if (!level) return null;
  const mark = [...paragraph.querySelectorAll("[data-style]")].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute("data-style") ?? ""),
  );
  const label = (mark?.textContent ?? "").replaceAll(/\s+/g, "");
  mark?.remove();
  return { level: Number(level), value: countOf(label) };
}

/** What a label counts; null for a bullet. */
function countOf(label: string): number | null {
  const parts = label.match(/\d+|\p{L}+/gu) ?? [];
  const last = parts.at(-1)?.toLowerCase();
  // Word writes a round bullet as the letter o, alone.
  if (!last || /^[o\u00a7\u00b7\uf000-\uf0ff]$/u.test(label)) return null;
  if (/^\d+$/.test(last)) return Number(last);
  if (/^(?:x{0,3})(?:ix|iv|v?i{0,3})$/.test(last) && /^(?:[ivx]{2,}|i)$/.test(last))
    return roman(last);
  for (const alphabet of [
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
  ]) {
    const at = [...alphabet].indexOf(last);
    if (at >= 0) return at + 1;
  }
  return 1;
}

function roman(letters: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  const all = [...letters].map((letter) => values[letter] ?? 0);
  return all.reduce((sum, value, at) => sum + (value < (all[at + 1] ?? 0) ? -value : value), 0);
}

/** The list that an item goes on, or a new one at its number, within the item before it if it is deeper. */
function listFor({ level, value }: Item, open: Open[], paragraph: Element): Element {
  while ((open.at(-1)?.level ?? 0) > level) open.pop();
  const ordered = value !== null;
  const top = open.at(-1);
  if (top?.level === level) {
    if (top.ordered === ordered && (!ordered || top.next === value)) {
      top.next += 1;
      return top.list;
    }
    open.pop();
  }
  const list = document.createElement(ordered ? "ol" : "ul");
  if (ordered && value !== 1) list.setAttribute("start", String(value));
  const container = open.at(-1)?.list.lastElementChild;
  if (container) container.append(list);
  else paragraph.before(list);
  open.push({ level, ordered, next: (value ?? 0) + 1, list });
  return list;
}
