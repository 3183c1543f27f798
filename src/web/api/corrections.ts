import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

/** The corrections of a sealed text: proposed, objected to, withdrawn or made. Oldest first. */
export const correctionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["corrections", id],
    queryFn: async () =>
      (await (await api.agreements[":id"].corrections.$get({ param: { id } })).json()).items,
  });

/** The certified true copies of an agreement, and the corrections of errors in them. */
export const copiesQuery = (id: string) =>
  queryOptions({
    queryKey: ["copies", id],
    queryFn: async () =>
      (await (await api.agreements[":id"]["certified-copies"].$get({ param: { id } })).json())
        .items,
  });
