import type { PlainWords } from "../plain-words.ts";
import type { NameWord } from "./name-words.ts";
import type { Mention, NearMiss } from "./read-names.ts";
import type { NameList } from "./state-names.ts";

/** A paragraph with the names in it. */
export type NamedPassage = {
  article: number;
  label: string | undefined;
  plain: PlainWords;
  words: NameWord[];
  mentions: Mention[];
  misses: NearMiss[];
};
export type NamedText = { language: string; list: NameList; parts: NamedPassage[][] };
