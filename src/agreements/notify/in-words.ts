import { editionWords, type NameOf, notificationWords } from "#src/text/notification-words.ts";
import type { Edition } from "./find-notification.ts";

/** An edition in a language: its heading, and its paragraphs. A cancelled one says only that, and why. */
export function inWords(
  { content, kind, reason, on }: Edition,
  nameOf: NameOf,
  language: string,
): { heading: string; paragraphs: string[] } {
  const { heading, sentences, texts } = notificationWords(content, nameOf, language);
  const said = [...sentences, ...texts];
  if (kind === "issue") return { heading, paragraphs: said };
  if (kind === "cancellation") {
    return { heading, paragraphs: [editionWords("cancelled", on, language), reason] };
  }
  return { heading, paragraphs: [editionWords("reissued", on, language), reason, ...said] };
}
