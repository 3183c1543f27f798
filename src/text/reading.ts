import type { Nodes } from "mdast";
import type { Fault } from "#src/errors.ts";

/** What reading needs to know and to report. */
export type Reading = {
  language: string;
  faults: Fault[];
  /** The text was filled by us and may keep its values apart by isolates. */
  isolates?: boolean;
  /** `"several"` where the slug does not say which article is meant. */
  articleOf(slug: string): number | "several" | undefined;
};

/** Puts what cannot be printed among the faults, with its place. */
export function fault(reading: Reading, node: Nodes | undefined, detail: string): void {
  const { line = 1, column = 1 } = node?.position?.start ?? {};
  reading.faults.push({ detail, line, column });
}

/** The words of a node without their marks. */
export function plain(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plain).join("") : "";
}
