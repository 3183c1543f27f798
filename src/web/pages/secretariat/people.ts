import { useQuery } from "@tanstack/react-query";
import { peopleQuery } from "../../api/people.ts";
import { useFormat } from "../../words/format.ts";

export type Somebody = Awaited<ReturnType<NonNullable<typeof peopleQuery.queryFn>>>[number];

/** Returns a person's name by id, or the id if the person is unknown. */
export function usePersonName(): (id: string) => string {
  const { worded } = useFormat();
  const { data } = useQuery(peopleQuery);
  return (id) => {
    const found = data?.find((one) => one.id === id);
    return found ? worded(found.names) : id;
  };
}
