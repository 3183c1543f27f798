import { useMemo, useSyncExternalStore } from "react";
import { useDesk } from "./desk.tsx";

export function useOpen(language: string, id: string | undefined): boolean {
  const { place } = useDesk();
  return useSyncExternalStore(place.subscribe, () => place.isOpen(language, id));
}

/** The other people in an article (0 is the title with the preamble), in any language. */
export function useOthersAt(article: number) {
  const { place } = useDesk();
  const others = useSyncExternalStore(place.subscribe, place.others);
  return useMemo(() => others.filter((one) => one.article === article), [others, article]);
}
