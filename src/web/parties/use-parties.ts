import { useQuery } from "@tanstack/react-query";
import { partiesQuery } from "../api/parties.ts";
import { useFormat } from "../words/format.ts";

/** The parties that the office knows, and short names for tables: a country's, an organisation's own. */
export function useParties() {
  const { party } = useFormat();
  const { data = [] } = useQuery(partiesQuery);
  return {
    all: data,
    nameOf: (code: string, names = data.find((one) => one.code === code)?.names) =>
      party(code, names),
  };
}
