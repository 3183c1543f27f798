import { directionOf } from "#src/text/languages.ts";

/** The direction of a template's file: that of the language it is named after (`ar.md`), otherwise left to right. */
export function fileDirection(file: string): "ltr" | "rtl" {
  const language = /(?:^|\/)([a-z]{2,3}(?:-[A-Za-z]+)*)\.md$/.exec(file)?.[1];
  return language ? directionOf(language) : "ltr";
}
