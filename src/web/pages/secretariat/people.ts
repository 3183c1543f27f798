import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../words/format.ts";

/** The people who act here. */
export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: async () => (await (await api.people.$get({})).json()).items,
});

export type Somebody = Awaited<ReturnType<NonNullable<typeof peopleQuery.queryFn>>>[number];

/** A person's name by id; the id where the person is not known here. */
export function usePersonName(): (id: string) => string {
  const { worded } = useFormat();
  const { data } = useQuery(peopleQuery);
  return (id) => {
    const found = data?.find((one) => one.id === id);
    return found ? worded(found.names) : id;
  };
}
