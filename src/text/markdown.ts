import type { RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { type Fault, Refusal } from "#src/errors.ts";
import type { Text } from "./articles.ts";
import { readBlocks } from "./blocks.ts";
import { fault, plain, type Reading } from "./reading.ts";
import { slugOf } from "./slug.ts";

export type * from "./articles.ts";

const maxArticles = 10_000;

/**
 * Reads CommonMark with tables as the text of an instrument: `#` its title, `##` an article, `[…](#slug)` a
 * reference to an article. Raw HTML is text.
 * @throws Refusal `invalid-text` with line and column of everything that cannot be printed as it stands
 */
export function parseText(markdown: string, language: string): Text {
  const root = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const faults: Fault[] = [];
  const headings = root.children.filter((node) => node.type === "heading" && node.depth === 2);
  if (headings.length > maxArticles) {
    throw new Refusal("invalid-text", `The text has more than ${maxArticles} articles.`);
  }
  const slugs = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    const slug = slugOf(plain(heading));
    if (!slugs.has(slug)) slugs.set(slug, index + 1);
    slugs.set(`article-${index + 1}`, index + 1);
  }
  const text = divide(root.children, language, { faults, articleOf: (slug) => slugs.get(slug) });
  if (faults.length > 0) {
    throw new Refusal("invalid-text", `The ${language} text cannot be printed as it stands.`, {
      errors: faults.slice(0, 100),
    });
  }
  return text;
}

function divide(nodes: RootContent[], language: string, reading: Reading): Text {
  const [first, ...rest] = nodes;
  const text: Text = { language, title: "", preamble: [], articles: [] };
  if (first?.type === "heading" && first.depth === 1) text.title = plain(first).trim();
  if (!text.title) fault(reading, first, "the text must begin with its title, # …");
  let begun: RootContent[] = [];
  const end = () => {
    const blocks = readBlocks(begun, reading);
    const article = text.articles.at(-1);
    if (article) article.blocks = blocks;
    else text.preamble = blocks;
    begun = [];
  };
  for (const node of first?.type === "heading" && first.depth === 1 ? rest : nodes) {
    if (node.type === "heading" && node.depth === 1) fault(reading, node, "a second title");
    if (node.type !== "heading" || node.depth !== 2) {
      begun.push(node);
      continue;
    }
    end();
    const heading = plain(node).trim();
    if (!heading) fault(reading, node, "an article without a heading");
    const number = text.articles.length + 1;
    text.articles.push({ number, heading, slug: slugOf(heading), blocks: [] });
  }
  end();
  return text;
}
