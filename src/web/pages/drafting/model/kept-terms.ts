import type { TypedStore } from "../../../shell/typed-store.ts";
import type { TermChanges } from "./term-numbers.ts";

/** Unsaved terms, and the headings of the text to whose articles their numbers belong. */
export type KeptChanges = { changes: TermChanges; headings: string[] };

/** Stores an agreement's unsaved terms. */
export function keptTerms(agreement: string, storage: TypedStore) {
  // The number tells apart what another release has stored.
  const place = `kept:terms-1:${agreement}`;
  return {
    read: (): KeptChanges | null => {
      try {
        const kept = JSON.parse(storage.getItem(place) ?? "null") as KeptChanges | null;
        if (!kept?.changes.values || !Array.isArray(kept.headings)) return null;
        return kept;
      } catch {
        return null;
      }
    },
    write: (kept: KeptChanges) => storage.setItem(place, JSON.stringify(kept, orNull)),
    clear: () => storage.removeItem(place),
  };
}

export type KeptTerms = ReturnType<typeof keptTerms>;

/** A term that was taken away is kept as null: JSON would leave it out. */
const orNull = (_: string, value: unknown) => (value === undefined ? null : value);
