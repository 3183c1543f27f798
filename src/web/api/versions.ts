import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The versions of an agreement's text, with author, time and note. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["versions", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].versions.$get({ param: { id } })).json()).items,
  });

/** The texts of a version, as Markdown by language. */
export async function readVersion(id: string, number: number): Promise<Record<string, string>> {
  const param = { id, number: String(number) };
  const { texts } = await (await api.agreements[":id"].versions[":number"].$get({ param })).json();
  return Object.fromEntries(texts.map(({ language, markdown }) => [language, markdown]));
}

type Between = { from: number; to: number; language: string };

/** Article by article what changed between two versions. A version never changes, so this is read once. */
export const comparisonQuery = (id: string, { from, to, language }: Between) =>
  queryOptions({
    queryKey: ["comparison", id, from, to, language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const query = { from: String(from), to: String(to), language };
      const answer = await api.agreements[":id"].comparison.$get({ param: { id }, query });
      return (await answer.json()).articles;
    },
  });
