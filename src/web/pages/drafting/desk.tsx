import { createContext, useContext, useSyncExternalStore } from "react";
import type { DraftPart, DraftStore, TextReading } from "./model/draft-store.ts";
import type { WritingPlace } from "./model/writing-place.ts";
import type { Draft } from "./use-draft.ts";

/** What every article of the page needs: the texts, who is where, and which article is open. */
export type Desk = {
  draft: Draft;
  place: WritingPlace;
  /** The parties' codes, whose brackets are marked and offered. */
  parties: { code: string; name: string }[];
  /** Whether the text may be written now. */
  writable: boolean;
};

const Context = createContext<Desk | null>(null);
export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error("There is no desk.");
  return desk;
}

export const useRows = (store: DraftStore) => useSyncExternalStore(store.subscribe, store.rows);

/** A part; who uses it is rendered anew only where this part has changed. */
export function usePart(language: string, id: string | undefined): DraftPart | undefined {
  const { store } = useDesk().draft;
  return useSyncExternalStore(store.subscribe, () => store.part(language, id));
}

export function useTextReading(language: string): TextReading {
  const { store } = useDesk().draft;
  return useSyncExternalStore(store.subscribe, () => store.reading(language));
}
