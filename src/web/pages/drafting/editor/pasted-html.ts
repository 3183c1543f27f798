import { raisedText } from "../word/read/raised.ts";
import { settledLists } from "./pasted-lists.ts";
import { settledTables } from "./pasted-tables.ts";

export type Pasted = {
  html: string;
  /** Words left out of pasted content: deleted, struck through or hidden words, notes and comments. */
  leftOut: string[];
};

/**
 * Cleans pasted HTML for an article. Deleted and hidden words are left out and reported. Word's lists, which are
 * marked paragraphs, become lists with their own numbers. Cells stay under their headings. Superscript figures become
 * characters.
 */
export function settlePasted(html: string): Pasted {
  // The content security policy forbids inline styles, and browsers report each one they parse.
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
  // Notes and references to them in Word, LibreOffice and Google Docs.
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

/** Turns styles into bold, italic and superscript elements. Google Docs and Word Online use only styles. */
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
    // Google Docs wraps everything copied in a `b` that is not bold.
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
