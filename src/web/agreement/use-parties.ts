import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { useFormat } from "../words/format.ts";

const partiesQuery = queryOptions({
  queryKey: ["parties"],
  staleTime: 60_000,
  queryFn: async () => (await (await api.parties.$get()).json()).items,
});

/** The parties on the list of parties, and how the reader's language names them. */
export function useParties(wanted = true) {
  const { party } = useFormat();
  const { data = [] } = useQuery({ ...partiesQuery, enabled: wanted });
  return {
    all: data,
    nameOf: (code: string, names?: Record<string, string>) =>
      party(code, names ?? data.find((one) => one.code === code)?.names),
  };
}
