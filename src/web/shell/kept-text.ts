import { useCallback, useMemo, useState } from "react";
import { useSession } from "../api/session.ts";
import { typedStore } from "./typed-store.ts";

/**
 * Text that someone is typing, kept on this device until it is sent, so that a closed tab, a lost connection or a
 * refusal loses nothing. Only that person sees it. A shared computer keeps it only while the page is open. `key`
 * names the field, such as `comment:6cc7…`.
 */
export function useKeptText(key: string): [string, (text: string) => void, () => void] {
  const place = `kept:${key}`;
  const person = useSession()?.person ?? null;
  const store = useMemo(() => typedStore(person), [person]);
  const [text, setText] = useState(() => store.getItem(place) ?? "");
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") store.removeItem(place);
      else store.setItem(place, next);
    },
    [place, store],
  );
  const clear = useCallback(() => write(""), [write]);
  return [text, write, clear];
}
