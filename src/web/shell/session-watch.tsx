import { useQueryClient } from "@tanstack/react-query";
import { useMatches } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { onStranger } from "../api/client.ts";
import { onPersonChanged, type Session, sessionQuery, useSession } from "../api/session.ts";
import { otherTabs } from "../api/start-over.ts";
import { isShared } from "./typed-store.ts";

const EndedWindow = lazy(() => import("./ended-window.tsx"));

/**
 * Watches for an ended session, or for another person signing in, while a page is open. It then goes to the sign-in
 * page, which returns to this address. If something was typed, the page stays open under a dialog in which the person
 * can sign in again.
 */
export function SessionWatch() {
  const last = useSession();
  const needsSession = useMatches().some(({ staticData }) => staticData.needsSession);
  const typed = useTyped();
  const [now, setNow] = useState<Session | null>();
  const asks = useRef(needsSession);
  asks.current = needsSession;
  useEffect(() => {
    onPersonChanged((who) => {
      // On a shared computer the next person must not see the open page.
      if (asks.current && typed.current && !isShared()) setNow(who);
      else if (who !== null) location.reload();
      else if (asks.current) location.replace(signInAgain());
      // A public page stays open without a person.
      else return false;
      return true;
    });
    return () => onPersonChanged(() => false);
  }, [typed]);
  useAsking();
  if (now === undefined || !last) return null;
  return (
    <Suspense fallback={null}>
      <EndedWindow last={last} now={now} tell={setNow} />
    </Suspense>
  );
}

function signInAgain(): string {
  const next = `${location.pathname}${location.search}${location.hash}`;
  return `/sign-in?${new URLSearchParams({ next, ended: "yes" })}`;
}

/** Reads the session again when the API answers 401, or when another tab says that the person may have changed. */
function useAsking(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ask = () => {
      queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null);
    };
    onStranger(() => {
      if (queries.getQueryData(sessionQuery.queryKey)) ask();
    });
    otherTabs.addEventListener("message", ask);
    return () => {
      onStranger(() => {});
      otherTabs.removeEventListener("message", ask);
    };
  }, [queries]);
}

/** Whether anything was typed or chosen on the page since it was opened. */
function useTyped() {
  const typed = useRef(false);
  const here = useMatches({ select: (matches) => matches.at(-1)?.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page has nothing typed on it
  useEffect(() => {
    typed.current = false;
  }, [here]);
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.closest("#main, [role=dialog]")) typed.current = true;
    };
    document.addEventListener("input", note, true);
    return () => document.removeEventListener("input", note, true);
  }, []);
  return typed;
}
