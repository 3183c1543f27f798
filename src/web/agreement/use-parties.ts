import { useQuery } from "@tanstack/react-query";
import { partiesQuery } from "../api/parties.ts";
import { useFormat } from "../words/format.ts";

/** The parties that the office knows, and short names for tables: a country's, an organisation's own. */
export function useParties() {
  const { party, worded, language } = useFormat();
  const { data = [] } = useQuery(partiesQuery);
  return {
    all: data,
    nameOf: (code: string, names = data.find((one) => one.code === code)?.names) => {
      if (/^[A-Z]{2}$/.test(code) || !names) return party(code);
      const name = worded(names).replace(/^the /, "");
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    },
  };
}
