import { useCallback, useState } from "react";

/**
 * Words that someone is typing, kept on this device until they are sent: a closed tab, a lost connection or a
 * refusal loses none. `key` names the place, such as `comment:6cc7…`.
 */
export function useKeptText(key: string): [string, (text: string) => void, () => void] {
  const place = `kept:${key}`;
  const [text, setText] = useState(() => localStorage.getItem(place) ?? "");
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") localStorage.removeItem(place);
      else localStorage.setItem(place, next);
    },
    [place],
  );
  const clear = useCallback(() => write(""), [write]);
  return [text, write, clear];
}
