import { parseTemplate } from "#src/text/parse-template.ts";
import type { Template } from "#src/text/template.ts";
import type { PublishedTemplate } from "./find.ts";

/** A cache without eviction: what a digest names never changes, and a new release brings only a handful. */
const read = new Map<string, Template>();

export function readTemplate({
  digest,
  files,
}: Pick<PublishedTemplate, "digest" | "files">): Template {
  const template = read.get(digest) ?? parseTemplate(files);
  read.set(digest, template);
  return template;
}
