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
  "[data-style*='mso-comment-reference']",
  ".MsoCommentReference",
  ".msoDel",
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

function isUnseen(element: Element): boolean {
  const style = (element.getAttribute("data-style") ?? "").replaceAll(/\s+/g, "").toLowerCase();
  return (
    element.hasAttribute("hidden") ||
    /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/.test(style) ||
    /(?:^|;)text-decoration(?:-line)?:[^;]*line-through/.test(style)
  );
}
