import { createContext, useContext, useSyncExternalStore } from "react";
import type { TermName } from "#src/text/terms-in-words.ts";
import type { DraftPart, DraftStore, TextReading } from "./model/draft-store.ts";
import type { TermsDraft } from "./model/terms-draft.ts";
import type { WritingPlace } from "./model/writing-place.ts";
import type { Draft } from "./use-draft.ts";

/** The context of the drafting page: the texts, everyone's place, and the open article. */
export type Desk = {
  draft: Draft;
  place: WritingPlace;
  terms: TermsDraft;
  reference: string;
  /** The codes of the parties whose brackets are marked and offered. */
  parties: { code: string; name: string; names: Record<string, string> }[];
  /** Whether the text can be edited now. */
  writable: boolean;
  /** Opens the terms beside the text, at one of them if it is given. */
  showTerms: (term?: TermName) => void;
  /** Goes to an article of the text. */
  showArticle: (article: number) => void;
};

const Context = createContext<Desk | null>(null);
export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error("There is no desk.");
  return desk;
}

export const useRows = (store: DraftStore) => useSyncExternalStore(store.subscribe, store.rows);

/** Subscribes to one part. Renders again only when this part changes. */
export function usePart(language: string, id: string | undefined): DraftPart | undefined {
  const { store } = useDesk().draft;
  return useSyncExternalStore(store.subscribe, () => store.part(language, id));
}

export function useTextReading(language: string): TextReading {
  const { store } = useDesk().draft;
  return useSyncExternalStore(store.subscribe, () => store.reading(language));
}
