import { useState } from "react";

/** The languages shown, in the agreement's order; at most `room` of them. */
export function useChosenLanguages(
  all: string[],
  room: number,
): [string[], (languages: string[]) => void] {
  const [chosen, setChosen] = useState<string[] | null>(null);
  const wanted = chosen ?? all.slice(0, room);
  const shown = all.filter((language) => wanted.includes(language));
  if (room > 1) return [shown, setChosen];
  const last = wanted.at(-1) ?? all[0] ?? "";
  return [[last], setChosen];
}
