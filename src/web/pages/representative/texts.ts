import { queryOptions } from "@tanstack/react-query";
import type { Block, Text } from "#src/text/articles.ts";
import { call } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";

/** A part of a text for reading and commenting. Number 0 is the title with the preamble. */
export type ShownPart = { number: number; heading: string; blocks: Block[]; annex: boolean };

/** A text in one language, in parts. `raw` holds the text if it cannot be parsed and is shown as stored. */
export type ShownText = { language: string; title: string; parts: ShownPart[]; raw: string | null };

export const textQuery = (id: string, language: string, version: number) =>
  queryOptions({
    queryKey: ["text", id, language, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<ShownText> => {
      const path = `/agreements/${id}/texts/${language}`;
      try {
        const answer = await call(`${path}/articles?version=${version}`, {});
        return inParts((await answer.json()) as Text);
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 422) throw error;
        const raw = await (await call(`${path}?version=${version}`, {})).text();
        return { language, title: "", parts: [], raw };
      }
    },
  });

function inParts({ language, title, preamble, articles, annexes }: Text): ShownText {
  const first = { number: 0, heading: title, blocks: preamble, annex: false };
  const annexed = annexes.map(({ number, heading, blocks }) => ({
    number: articles.length + number,
    heading,
    blocks,
    annex: true,
  }));
  const parts = [first, ...articles.map((one) => ({ ...one, annex: false })), ...annexed];
  return { language, title, parts, raw: null };
}
