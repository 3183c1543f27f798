import { useCallback, useMemo } from "react";
import { useKeptText } from "../../../shell/kept-text.ts";
import type { DraftDescription } from "./description.ts";

/** The form's values, kept on this device until the agreement is created. */
export function useDescription() {
  const [kept, write, clear] = useKeptText("new-agreement");
  const given = useMemo(() => read(kept), [kept]);
  const set = useCallback(
    (next: DraftDescription | null) => write(next ? JSON.stringify(next) : ""),
    [write],
  );
  return { given, set, clear };
}

function read(kept: string): DraftDescription | null {
  try {
    return kept ? (JSON.parse(kept) as DraftDescription) : null;
  } catch {
    return null;
  }
}
