import { raisedText } from "../word/read/raised.ts";
import { settledLists } from "./pasted-lists.ts";
import { settledTables } from "./pasted-tables.ts";

export type Pasted = {
  html: string;
  /** Words that stood in what was pasted and are not text: deleted, struck through, hidden, notes and comments. */
  leftOut: string[];
};

/**
 * What is pasted, as an article can hold it. Words that the source shows as deleted or does not show are left out and
 * named; lists of Word, which are paragraphs with a mark, are lists with their own numbers; cells stay under their
 * headings; raised figures are characters of their own.
 */
export function settlePasted(html: string): Pasted {
  // The page allows no inline style, and a browser complains of each that it parses.
  const bare = html.replaceAll(/<[^<>]*>/g, (tag) =>
    tag.replaceAll(/\sstyle\s*=/gi, " data-style="),
  );
  const { body } = new DOMParser().parseFromString(bare, "text/html");
  const leftOut = takeOut(body);
  settledLook(body);
  for (const element of body.querySelectorAll("sup, sub")) {
    const how = element.localName === "sup" ? "superscript" : "subscript";
    const text = element.textContent ?? "";
    element.replaceWith(raisedText(text, how) ?? text);
  }
  settledLists(body);
  settledTables(body);
  return { html: body.innerHTML, leftOut };
}

const notText = [
  "del",
  "s",
  "strike",
  "script",
  "style",
  "[data-style*='mso-element:comment']",
  "[data-style*='mso-element:footnote']",
  "[data-style*='mso-element:endnote']",
  ".MsoCommentReference",
  ".msocomanchor",
  ".msoDel",
  "[class*='TrackChangeTextDeletion']",
  // References to notes and the notes: of Word, of LibreOffice, of Google Docs.
  "[data-style*='mso-footnote-id']",
  "[data-style*='mso-endnote-id']",
  ".MsoFootnoteReference",
  ".MsoEndnoteReference",
  ".sdfootnoteanc",
  ".sdendnoteanc",
  "div[id^='sdfootnote']",
  "div[id^='sdendnote']",
  "p:has(> a[href^='#ftnt_ref'])",
  "a[href^='#ftnt']",
];

function takeOut(body: HTMLElement): string[] {
  const leftOut: string[] = [];
  const gone = [...body.querySelectorAll(notText.join(","))];
  gone.push(...[...body.querySelectorAll("[data-style], [hidden]")].filter(isUnseen));
  for (const element of gone) {
    if (!element.isConnected) continue;
    const words = (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    if (words !== "" && element.localName !== "style") leftOut.push(words);
    element.remove();
  }
  return leftOut;
}

/** Makes bold, italic and raised text of what a style says: Google Docs and Word Online have no other way to say it. */
function settledLook(body: HTMLElement): void {
  for (const element of body.querySelectorAll("span, font, b, strong, i, em, a")) {
    const style = styleOf(element);
    const weight = /(?:^|;)font-weight:(\w+)/.exec(style)?.[1];
    const slant = /(?:^|;)font-style:(\w+)/.exec(style)?.[1];
    const raised = /(?:^|;)(?:vertical-align:(super|sub)\b|mso-text-raise:(-?)[\d.]*[1-9])/.exec(
      style,
    );
    if (weight && /^(?:bold|bolder|[6-9]00)$/.test(weight)) wrapWords(element, "strong");
    if (slant && slant !== "normal") wrapWords(element, "em");
    if (raised) wrapWords(element, raised[1] === "sub" || raised[2] === "-" ? "sub" : "sup");
    const plain = element.matches("b, strong")
      ? weight && /^(?:normal|lighter|[1-5]00)$/.test(weight)
      : element.matches("i, em") && slant === "normal";
    // All that is copied from Google Docs stands in a `b` that is not bold.
    if (plain) element.replaceWith(...element.childNodes);
  }
}

function wrapWords(element: Element, name: "strong" | "em" | "sup" | "sub"): void {
  const wrapped = document.createElement(name);
  wrapped.append(...element.childNodes);
  element.append(wrapped);
}

function styleOf(element: Element): string {
  return (element.getAttribute("data-style") ?? "").replaceAll(/\s+/g, "").toLowerCase();
}

function isUnseen(element: Element): boolean {
  const style = styleOf(element);
  return (
    element.hasAttribute("hidden") ||
    /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/.test(style) ||
    /(?:^|;)text-decoration(?:-line)?:[^;]*line-through/.test(style)
  );
}
