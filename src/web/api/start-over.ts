import { useMutation } from "@tanstack/react-query";
import { returnPath } from "#src/text/return-path.ts";
import { leaveDevice } from "../shell/typed-store.ts";
import { api } from "./client.ts";
import { Problem } from "./problem.ts";

/** Tells the other tabs of this browser that another person, or nobody, has signed in. */
export const otherTabs = new BroadcastChannel("person-changed");

/**
 * Goes on as the person who has signed in by now, or as nobody. The page is loaded again: nothing that was
 * read for the last person stays in memory, whatever the address was before.
 */
export function startOver(next?: string | null): void {
  otherTabs.postMessage(null);
  const path = returnPath(next);
  const { pathname, search } = location;
  // An address that differs only after the "#" would not be loaded again.
  const same = path.split("#")[0] === `${pathname}${search}`;
  if (same) {
    history.replaceState(null, "", path);
    location.reload();
  } else {
    location.assign(path);
  }
}

/**
 * Signing out; a session that has ended by itself is left in the same way. The service tells the browser to forget all
 * that it holds of this site; what the device is to keep, such as its language, is put back.
 */
export function useSignOut(person: string) {
  return useMutation({
    mutationFn: async ({ keep }: { keep: boolean }) => {
      const { restore, stay } = leaveDevice(person, { keep });
      try {
        await api.session.$delete();
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 401) {
          stay();
          throw error;
        }
      }
      restore();
    },
    onSuccess: () => startOver("/"),
  });
}
