import type { Nodes } from "mdast";
import type { Fault } from "#src/errors.ts";

/** What a reading needs to know and to report. */
export type Reading = {
  language: string;
  faults: Fault[];
  /** We filled the text, so it may isolate its values. */
  isolates?: boolean;
  /** `"several"` if the slug does not say which article is meant. */
  articleOf(slug: string): number | "several" | undefined;
};

/** Adds an unprintable node to the faults, with its place. */
export function fault(reading: Reading, node: Nodes | undefined, detail: string): void {
  const { line = 1, column = 1 } = node?.position?.start ?? {};
  reading.faults.push({ detail, line, column });
}

/** The words of a node without their marks. */
export function plain(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plain).join("") : "";
}
