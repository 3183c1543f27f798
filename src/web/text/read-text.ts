import { queryOptions } from "@tanstack/react-query";
import type { Block } from "#src/text/articles.ts";
import { headingOf, type Part, partsOf, readPart } from "#src/text/parts.ts";
import { slugsOf } from "#src/text/slug.ts";
import { api } from "../api/client.ts";

/** A part of a text for reading and commenting. `place` 0 is the title with the preamble. */
export type ReadPart = {
  place: number;
  kind: Part["kind"];
  /** The printed number; articles and annexes are counted separately. */
  number: number;
  heading: string;
  blocks: Block[];
};

export type ReadText = { language: string; parts: ReadPart[]; annexes: number };

/** The texts of a version in all its languages, in their parts. */
export const textsQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ["texts", id, number],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<ReadText[]> => {
      const param = { id, number: String(number) };
      const { texts } = await (
        await api.agreements[":id"].versions[":number"].$get({ param })
      ).json();
      return texts.map(({ language, markdown }) => readText(language, markdown));
    },
  });

/** Divides a text into its parts, numbered as printed. */
export function readText(language: string, markdown: string): ReadText {
  const parts = partsOf(markdown);
  const ofKind = (kind: Part["kind"]) => parts.filter((part) => part.kind === kind);
  const articleOf = slugsOf(ofKind("article").map((part) => headingOf(part.markdown)));
  const read = parts.map((part, place) => ({
    place,
    kind: part.kind,
    number: ofKind(part.kind).indexOf(part) + 1,
    ...readPart(part.markdown, { language, articleOf }),
  }));
  return { language, parts: read, annexes: ofKind("annex").length };
}
