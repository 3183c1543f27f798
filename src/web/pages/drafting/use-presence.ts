import { useEffect } from "react";
import { call } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import type { WritingPlace } from "./model/writing-place.ts";
import type { Draft } from "./use-draft.ts";

type Presence = {
  people: {
    person: string;
    names: Record<string, string>;
    place: { language: string; article: number | null } | null;
  }[];
};

const every = 5000;

/**
 * Reports every few seconds where this person writes, and learns where others write. Then loads what they have saved.
 */
export function usePresence({ id, store, saver }: Draft, place: WritingPlace): void {
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout>;
    const tell = async () => {
      clearTimeout(timer);
      try {
        const { people } = await put(id, whereIn(store, place));
        if (ended) return;
        place.seen(
          people.map(({ person, names, place }) => ({
            person,
            names,
            language: place?.language ?? "",
            article: place?.article ?? -1,
          })),
        );
        if (people.length > 0) await saver.refresh();
      } catch (error) {
        // Presence is optional: failures are ignored, and a 404 ends the polling.
        if (error instanceof Problem && error.status === 404) return;
      }
      if (!ended) timer = setTimeout(tell, document.hidden ? 3 * every : every);
    };
    tell();
    let last = place.open();
    const stop = place.subscribe(() => {
      if (place.open() === last) return;
      last = place.open();
      tell();
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [id, store, saver, place]);
}

async function put(
  id: string,
  place: { language: string; article: number } | null,
): Promise<Presence> {
  const answer = await call(`/agreements/${id}/presence`, {
    method: "PUT",
    body: JSON.stringify({ place }),
    headers: { "Content-Type": "application/json" },
  });
  return (await answer.json()) as Presence;
}

function whereIn(store: Draft["store"], place: WritingPlace) {
  const open = place.open();
  if (!open) return null;
  const article = store.rows().findIndex(({ ids }) => ids[open.language] === open.id);
  return article < 0 ? null : { language: open.language, article };
}
