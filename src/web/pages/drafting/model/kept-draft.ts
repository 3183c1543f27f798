import type { TypedStore } from "../../../shell/typed-store.ts";

/** What was written and is not saved yet: the words, and those of the service from which they were begun. */
export type KeptDraft = { markdown: string; base: string; revision: number; at: string };

/** Keeps unsaved texts of an agreement, by language. */
export function keptDrafts(agreement: string, storage: TypedStore) {
  const place = (language: string) => `kept:draft:${agreement}:${language}`;
  return {
    read: (language: string): KeptDraft | null => {
      try {
        return JSON.parse(storage.getItem(place(language)) ?? "null") as KeptDraft | null;
      } catch {
        return null;
      }
    },
    write: (language: string, draft: KeptDraft) =>
      storage.setItem(place(language), JSON.stringify(draft)),
    clear: (language: string) => storage.removeItem(place(language)),
  };
}

export type KeptDrafts = ReturnType<typeof keptDrafts>;
