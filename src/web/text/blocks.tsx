import { Fragment } from "react";
import type { Block, Inline } from "#src/text/articles.ts";
import { labelsOf } from "#src/text/list-labels.ts";
import { bracketed } from "./bracketed.ts";
import classes from "./text.module.css";
import { Words } from "./words.tsx";

type Props = { blocks: Block[]; language: string; codes: string[]; depth?: number };

/** Blocks as printed, with lists numbered in the language's own letters. */
export function Blocks({ blocks, language, codes, depth = 0 }: Props) {
  const words = (inlines: Inline[]) => (
    <Words inlines={bracketed(inlines, codes)} language={language} />
  );
  return blocks.map((block, at) => {
    const key = `${block.kind}:${at}`;
    switch (block.kind) {
      case "paragraph":
        return <p key={key}>{words(block.inlines)}</p>;
      case "heading":
        return (
          <h4 key={key} className={classes.inner}>
            {words(block.inlines)}
          </h4>
        );
      case "quote":
        return (
          <blockquote key={key}>
            <Blocks blocks={block.blocks} language={language} codes={codes} depth={depth} />
          </blockquote>
        );
      case "table":
        return (
          <table key={key}>
            <thead>
              <tr>
                {block.header.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <th key={column}>{words(cell)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, number) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                <tr key={number}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    <td key={column}>{words(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      case "list": {
        const label = labelsOf(language)[Math.min(depth, 2)] ?? String;
        const List = block.ordered ? "ol" : "ul";
        return (
          <List key={key}>
            {block.items.map((item, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: an item is its number
                key={index}
                data-label={block.ordered ? label(block.start + index) : "–"}
              >
                <Blocks blocks={item} language={language} codes={codes} depth={depth + 1} />
              </li>
            ))}
          </List>
        );
      }
      default:
        return <Fragment key={key} />;
    }
  });
}
