import { useMutation } from "@tanstack/react-query";
import { returnPath } from "#src/text/return-path.ts";
import { leaveDevice } from "../shell/typed-store.ts";
import { api } from "./client.ts";
import { Problem } from "./problem.ts";

/** Tells the other tabs of this browser that the signed-in person has changed. */
export const otherTabs = new BroadcastChannel("person-changed");

/**
 * Reloads the app for the person who is signed in now, if anyone. A full page load, so that no data of the previous
 * person stays in memory.
 */
export function startOver(next?: string | null): void {
  otherTabs.postMessage(null);
  const path = returnPath(next);
  const { pathname, search } = location;
  // An address that differs only after the "#" would not cause a page load.
  const same = path.split("#")[0] === `${pathname}${search}`;
  if (same) {
    history.replaceState(null, "", path);
    location.reload();
  } else {
    location.assign(path);
  }
}

/**
 * Signs out, also after a session has expired. The service makes the browser clear this site's data; what the device
 * should keep, such as its language, is then restored.
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
