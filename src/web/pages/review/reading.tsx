import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Agreement, agreementQuery } from "../../api/agreement.ts";
import { api } from "../../api/client.ts";

/** Records which version this person has looked at. */
export function useReading({ id, textVersion }: Agreement) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      (await api.agreements[":id"].reading.$put({ param: { id }, json: { textVersion } })).json(),
    onSuccess: () => queries.invalidateQueries(agreementQuery(id)),
  });
}

export function NoteFirstReading({ agreement }: { agreement: Agreement }) {
  const { mutate } = useReading(agreement);
  const first = agreement.lastRead === null;
  useEffect(() => {
    if (first) mutate();
  }, [first, mutate]);
  return null;
}
