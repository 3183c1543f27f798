import { useEffect, useState, useSyncExternalStore } from "react";
import { api, call } from "../../api/client.ts";
import type { KeptText, WorkingText } from "../../api/contract.d.ts";
import { useSession } from "../../api/session.ts";
import { beforeLeaving, typedStore } from "../../shell/typed-store.ts";
import { DraftStore } from "./model/draft-store.ts";
import { keptDrafts } from "./model/kept-draft.ts";
import { Saver } from "./model/saver.ts";

export type Draft = { id: string; store: DraftStore; saver: Saver };

/**
 * The texts of an agreement while they are written here. They are saved automatically, and kept on this device when
 * the page closes.
 */
export function useDraft(id: string, texts: WorkingText[]): Draft {
  const person = useSession()?.person ?? null;
  const [draft] = useState(() => open(id, texts, person));
  useEffect(() => {
    const stop = draft.saver.start();
    const keep = () => draft.saver.keep();
    addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    beforeLeaving.add(keep);
    return () => {
      removeEventListener("pagehide", keep);
      document.removeEventListener("visibilitychange", keep);
      beforeLeaving.delete(keep);
      stop();
    };
  }, [draft]);
  return draft;
}

export function useSaveStatus({ saver }: Draft) {
  return useSyncExternalStore(saver.subscribe, saver.status);
}

export const readWorkingTexts = async (id: string) =>
  (await (await api.agreements[":id"]["working-texts"].$get({ param: { id } })).json()).items;

function open(id: string, texts: WorkingText[], person: string | null): Draft {
  const store = new DraftStore(
    Object.fromEntries(texts.map(({ language, markdown }) => [language, markdown])),
  );
  const saver = new Saver(store, texts, {
    kept: keptDrafts(id, typedStore(person)),
    read: () => readWorkingTexts(id),
    put: async (language, text, revision) => {
      const answer = await call(`/agreements/${id}/working-texts/${language}`, {
        method: "PUT",
        body: JSON.stringify(text),
        headers: { "Content-Type": "application/json", "If-Match": `"${revision}"` },
      });
      return (await answer.json()) as KeptText;
    },
  });
  return { id, store, saver };
}
