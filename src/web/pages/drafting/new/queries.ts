import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/client.ts";
import type { HalfWritten } from "../../../api/contract.d.ts";

export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  staleTime: 300_000,
  queryFn: async () => (await (await api.templates.$get()).json()).items,
});

/** A preview of the texts while the form is being filled in. */
export const previewQuery = (wanted: HalfWritten) =>
  queryOptions({
    queryKey: ["preview", wanted],
    staleTime: 60_000,
    gcTime: 60_000,
    enabled: wanted.languages.length > 0,
    placeholderData: (before) => before,
    queryFn: async () => (await api.previews.$post({ json: wanted })).json(),
  });
