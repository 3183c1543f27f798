import { useCallback, useMemo } from "react";
import { useKeptText } from "../../../shell/kept-text.ts";
import type { Description } from "./description.ts";

/** The form's contents, kept on this device until the agreement is drafted. */
export function useDescription() {
  const [kept, write, clear] = useKeptText("new-agreement");
  const given = useMemo(() => read(kept), [kept]);
  const set = useCallback(
    (next: Description | null) => write(next ? JSON.stringify(next) : ""),
    [write],
  );
  return { given, set, clear };
}

function read(kept: string): Description | null {
  try {
    return kept ? (JSON.parse(kept) as Description) : null;
  } catch {
    return null;
  }
}
