import { useQuery } from "@tanstack/react-query";
import { partiesQuery } from "../api/parties.ts";
import { useFormat } from "../words/format.ts";

/** The parties that the office knows, and their names in the reader's language: the office's own name first. */
export function useParties() {
  const { party } = useFormat();
  const { data = [] } = useQuery(partiesQuery);
  return {
    all: data,
    nameOf: (code: string, names = data.find((one) => one.code === code)?.names) =>
      party(code, names),
  };
}

/** A party's name by its code, when the parties themselves are not needed. */
export function usePartyName(): (code: string) => string {
  const { nameOf } = useParties();
  return (code) => nameOf(code);
}
