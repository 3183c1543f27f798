import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { Agreement } from "../../../api/agreement.ts";
import type { WorkingText } from "../../../api/contract.d.ts";
import { readVersion } from "../../../api/versions.ts";
import type { SavedTerms } from "../model/terms-draft.ts";

/**
 * The terms of the last version with its text in the first language. While a newer version loads, those of the one
 * before; undefined while the first one loads.
 */
export function useSavedTerms(
  agreement: Agreement | undefined,
  opened: WorkingText[] | undefined,
): SavedTerms | undefined {
  const { id = "", textVersion = 0, languages = [], terms } = agreement ?? {};
  const first = opened?.find(({ language }) => language === languages[0]);
  // A text that nobody has written in since is the version's.
  const untouched = first && first.by === null && first.basedOn === textVersion;
  const version = useQuery({
    queryKey: ["version-texts", id, textVersion],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: agreement && opened && !untouched ? () => readVersion(id, textVersion) : skipToken,
  });
  const text = untouched ? first.markdown : version.data?.[languages[0] ?? ""];
  const saved = useMemo(
    () => (terms && text !== undefined ? { terms, text } : undefined),
    [terms, text],
  );
  const last = useRef(saved);
  if (saved) last.current = saved;
  return last.current;
}
