/**
 * Stores what people type until it is sent, separately for each person: the next person on this device sees none of
 * it. On a shared computer, or without a person, it lasts only while the page is open.
 */
export type TypedStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const shared = "shared-computer";
const ofAnybody = "typed:";
const of = (person: string) => `${ofAnybody}${person}:`;
const memory = new Map<string, string>();
/** Set while a person signs out, so that closing the page stores nothing. */
let leaving = false;
/** Callbacks that flush pending text to the store before it is examined. */
export const beforeLeaving = new Set<() => void>();

/** Whether this computer was marked as shared at a sign-in. */
export function isShared(): boolean {
  return localStorage.getItem(shared) === "yes";
}

export function setShared(is: boolean): void {
  if (is) localStorage.setItem(shared, "yes");
  else localStorage.removeItem(shared);
}

export function typedStore(person: string | null): TypedStore {
  const lasts = () => person !== null && !isShared();
  const name = (place: string) => `${of(person ?? "")}${place}`;
  return {
    getItem: (place) => {
      const kept = lasts() ? localStorage.getItem(name(place)) : null;
      return kept ?? memory.get(name(place)) ?? null;
    },
    removeItem: (place) => {
      memory.delete(name(place));
      localStorage.removeItem(name(place));
    },
    setItem: (place, text) => {
      memory.delete(name(place));
      if (leaving) return;
      // A full or forbidden store must not stop the person from typing.
      try {
        if (lasts()) return localStorage.setItem(name(place), text);
      } catch {}
      memory.set(name(place), text);
    },
  };
}

/** Whether this device holds unsent text of the person. */
export function hasTyped(person: string): boolean {
  for (const keep of beforeLeaving) keep();
  return Object.keys(localStorage).some((key) => key.startsWith(of(person)));
}

/**
 * Stops this page from storing anything. After the browser has cleared the site's data, `restore` puts back what the
 * device should keep: settings, what others have typed, and with `keep` the person's own text. `stay` cancels it.
 */
export function leaveDevice(person: string, { keep }: { keep: boolean }) {
  leaving = true;
  const goes = (key: string) =>
    isShared() ? key.startsWith(ofAnybody) : !keep && key.startsWith(of(person));
  const all = Object.entries(localStorage) as [string, string][];
  const kept = all.filter(([key]) => !goes(key));
  return {
    restore: () => {
      for (const [key] of all) if (goes(key)) localStorage.removeItem(key);
      for (const [key, text] of kept) localStorage.setItem(key, text);
    },
    stay: () => {
      leaving = false;
    },
  };
}

/** Run when the app starts. Removes all typed text on a shared computer, and any text whose writer is unknown. */
export function tidyTyped(): void {
  for (const key of Object.keys(localStorage)) {
    // Earlier releases stored text without a person.
    const isAnonymous = key.startsWith("kept:");
    if (isAnonymous || (isShared() && key.startsWith(ofAnybody))) localStorage.removeItem(key);
  }
}
