import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client.ts";

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["versions", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].versions.$get({ param: { id } })).json()).items,
  });

/** The texts of a version, by language. */
export async function readVersion(id: string, number: number): Promise<Record<string, string>> {
  const param = { id, number: String(number) };
  const { texts } = await (await api.agreements[":id"].versions[":number"].$get({ param })).json();
  return Object.fromEntries(texts.map(({ language, markdown }) => [language, markdown]));
}
