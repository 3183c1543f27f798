import { queryOptions } from "@tanstack/react-query";
import { api, call } from "../../api/client.ts";

export const ceremoniesQuery = queryOptions({
  queryKey: ["ceremonies"],
  queryFn: async () => (await (await api.ceremonies.$get()).json()).items,
});

export const ceremonyQuery = (id: string) =>
  queryOptions({
    queryKey: ["ceremony", id],
    queryFn: async () => (await api.ceremonies[":id"].$get({ param: { id } })).json(),
  });

export const runSheetQuery = (id: string) =>
  queryOptions({
    queryKey: ["run-sheet", id],
    queryFn: async () =>
      (await (await api.ceremonies[":id"]["run-sheet"].$get({ param: { id } })).json()).items,
  });

export const procesVerbalQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ["proces-verbal", id, language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await call(`/ceremonies/${id}/proces-verbal?language=${language}`, {})).text(),
  });
