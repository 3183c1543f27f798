import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Agreement, agreementQuery } from "./agreement.ts";
import { api } from "./client.ts";

/**
 * Records which version of the text this person has seen. The first look at an agreement is recorded at once, a changed
 * text only when the page calls `mutate`.
 */
export function useReading({ id, textVersion, lastRead }: Agreement) {
  const queries = useQueryClient();
  const reading = useMutation({
    mutationFn: async () =>
      (await api.agreements[":id"].reading.$put({ param: { id }, json: { textVersion } })).json(),
    onSuccess: () => queries.invalidateQueries(agreementQuery(id)),
  });
  const { mutate } = reading;
  const first = lastRead === null;
  useEffect(() => {
    if (first) mutate();
  }, [first, mutate]);
  return reading;
}
