/**
 * What people type, until it is sent. It is kept by person: whoever signs in next on this device is shown none of it. On
 * a computer that is marked as shared, and for nobody in particular, it lasts as long as the page.
 */
export type TypedStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const shared = "shared-computer";
const ofAnybody = "typed:";
const of = (person: string) => `${ofAnybody}${person}:`;
const memory = new Map<string, string>();
/** Set while a person leaves: a page that is closed keeps nothing any more. */
let leaving = false;
/** Called before it is decided about what is kept: what waits to be kept is kept now. */
export const beforeLeaving = new Set<() => void>();

/** Whether this computer is one that several people use; it was said here at a sign-in. */
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
      // A full or forbidden store must not end the writing itself.
      try {
        if (lasts()) return localStorage.setItem(name(place), text);
      } catch {}
      memory.set(name(place), text);
    },
  };
}

/** Whether this device keeps something of the person that was not sent. */
export function hasTyped(person: string): boolean {
  for (const keep of beforeLeaving) keep();
  return Object.keys(localStorage).some((key) => key.startsWith(of(person)));
}

/**
 * From here on this page keeps nothing. What this device is to remember comes back after `restore`, whatever the
 * browser was told to forget meanwhile: what is no person's words, what others have typed, and the person's own with
 * `keep`. `stay` undoes it.
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

/** At the start of a page: on a shared computer nothing of anybody is left, and nothing whose writer is not known. */
export function tidyTyped(): void {
  for (const key of Object.keys(localStorage)) {
    // Earlier releases kept words under no person's name.
    const isAnonymous = key.startsWith("kept:");
    if (isAnonymous || (isShared() && key.startsWith(ofAnybody))) localStorage.removeItem(key);
  }
}
