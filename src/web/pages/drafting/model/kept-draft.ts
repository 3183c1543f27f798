import type { TypedStore } from "../../../shell/typed-store.ts";

/** Unsaved text, and the saved text on which it is based. */
export type KeptDraft = { markdown: string; base: string; revision: number; at: string };

/** Stores an agreement's unsaved texts by language. */
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
