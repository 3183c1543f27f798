/**
 * Turns Word's numbered paragraphs (`mso-list:l0 level1 lfo1`) and the items of Word Online, each in a list of its
 * own (`data-aria-level`), into lists that start at the number they show.
 */
export function settledLists(body: HTMLElement): void {
  let open: Open[] = [];
  let last: Element | null = null;
  for (const found of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li[data-aria-level]")) {
    const online = found.localName === "li";
    const item = online ? onlineItemOf(found) : itemOf(found);
    if (!item) continue;
    const block = online ? (found.closest(".ListContainerWrapper") ?? found.parentElement) : found;
    if (!block) continue;
    if (block.previousElementSibling !== last) open = [];
    const entry = document.createElement("li");
    const words = online ? entry : entry.appendChild(document.createElement("p"));
    words.append(...found.childNodes);
    listFor(item, open, block).append(entry);
    last = open[0]?.list ?? null;
    found.remove();
    if (!block.querySelector("li")) block.remove();
  }
}

/** The depth of an item, and the numbers that its label can mean, most likely first. None for a bullet. */
type Item = { level: number; values: number[] };
type Open = { level: number; ordered: boolean; next: number; list: Element };

/** Reads the level and number of a Word list paragraph and removes its mark. Null for other paragraphs. */
function itemOf(paragraph: Element): Item | null {
  const [, level] =
    /mso-list:\s*l\d+\s+level(\d)/i.exec(paragraph.getAttribute("data-style") ?? "") ?? [];
  if (!level) return null;
  const label = takeMark(paragraph).replaceAll(/\s+/g, "");
  return { level: Number(level), values: countsOf(label) };
}

function onlineItemOf(item: Element): Item {
  const list = item.parentElement;
  const start = Number(list?.getAttribute("start") ?? 1);
  return {
    level: Number(item.getAttribute("data-aria-level")),
    values: list?.localName === "ol" ? [start + countTaken(list)] : [],
  };
}

/** Counts the items already taken from a list. */
function countTaken(list: Element): number {
  const taken = Number(list.getAttribute("data-taken") ?? 0);
  list.setAttribute("data-taken", String(taken + 1));
  return taken;
}

/** Removes and returns the mark before an item's words: the part that Word ignores, or writes for other programs. */
function takeMark(paragraph: Element): string {
  const mark = [...paragraph.querySelectorAll("[data-style]")].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute("data-style") ?? ""),
  );
  if (mark) {
    mark.remove();
    return mark.textContent ?? "";
  }
  const nodes = [...paragraph.childNodes];
  const comment = (words: string) =>
    nodes.findIndex((node) => node.nodeType === 8 && node.nodeValue?.includes(words));
  const marks = nodes.slice(comment("supportLists") + 1 || nodes.length, comment("endif") + 1);
  for (const one of marks) one.remove();
  return marks.map((one) => (one.nodeType === 8 ? "" : one.textContent)).join("");
}

const alphabets = [
  "abcdefghijklmnopqrstuvwxyz",
  "абвгдежзиклмнопрстуфхцчшщэюя",
  "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
  "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
];

/** The numbers that a label can mean: "v" is the Roman five and also the letter after "u". None for a bullet. */
function countsOf(label: string): number[] {
  const parts = label.match(/\p{Nd}+|\p{L}+/gu) ?? [];
  const last = parts.at(-1)?.toLowerCase();
  // Word writes a round bullet as a single letter o.
  if (!last || /^[o\u00a7\u00b7\uf000-\uf0ff]$/u.test(label)) return [];
  if (/^\p{Nd}+$/u.test(last)) {
    // The last hex digit of an Arabic or Persian digit's code point is its value.
    return [Number(last.replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)))];
  }
  const values: number[] = [];
  if (/^x{0,3}(?:ix|iv|v?i{0,3})$/.test(last)) values.push(roman(last));
  const letter = last[0] ?? "";
  // After "z" Word writes "aa", and so on.
  if (last === letter.repeat(last.length)) {
    for (const alphabet of alphabets) {
      const at = alphabet.indexOf(letter);
      if (at >= 0) values.push(at + 1 + alphabet.length * (last.length - 1));
    }
  }
  return values.length > 0 ? values : [1];
}

function roman(letters: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  const all = [...letters].map((letter) => values[letter] ?? 0);
  return all.reduce((sum, value, at) => sum + (value < (all[at + 1] ?? 0) ? -value : value), 0);
}

/**
 * The list that an item continues, or a new one starting at its number. A deeper item's list goes into the item
 * before.
 */
function listFor({ level, values }: Item, open: Open[], block: Element): Element {
  while ((open.at(-1)?.level ?? 0) > level) open.pop();
  const ordered = values.length > 0;
  const top = open.at(-1);
  if (top?.level === level) {
    if (top.ordered === ordered && (!ordered || values.includes(top.next))) {
      top.next += 1;
      return top.list;
    }
    open.pop();
  }
  const [value = 1] = values;
  const list = document.createElement(ordered ? "ol" : "ul");
  if (value !== 1) list.setAttribute("start", String(value));
  const container = open.at(-1)?.list.lastElementChild;
  if (container) container.append(list);
  else block.before(list);
  open.push({ level, ordered, next: value + 1, list });
  return list;
}
