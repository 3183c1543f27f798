import { Broken } from "../revisions/broken.ts";
import type { PdfFile } from "../revisions/read-file.ts";
import { dictionaryAt } from "../revisions/signature-fields.ts";

/**
 * Walks the page tree of the original (ISO 32000-1, 7.7.3).
 *
 * @throws Broken if it has a cycle or contains a page twice
 */
export function checkPages(file: PdfFile): void {
  const catalog = dictionaryAt(file, file.revisions[0]!.trailer.entries.get("Root")?.value, 0);
  const queue = [catalog?.entries.get("Pages")?.value];
  const seen = new Set<number>();
  while (queue.length > 0) {
    const reference = queue.pop();
    if (reference?.kind !== "reference") throw new Broken("malformed", "A page is missing.");
    if (seen.has(reference.number)) throw new Broken("malformed", "The pages run in a circle.");
    seen.add(reference.number);
    const node = dictionaryAt(file, reference, 0);
    if (!node) throw new Broken("malformed", "A page is missing.");
    const kids = node.entries.get("Kids")?.value;
    // Many nodes could share a list in a separate object, which would be read again for each.
    if (kids && kids.kind !== "array") throw new Broken("malformed", "A list of pages is missing.");
    for (const kid of kids?.items ?? []) queue.push(kid);
  }
}
