import { Refusal } from "#src/errors.ts";
import { families, optionalFamilies } from "./fonts.ts";
import type { Ink } from "./ink.ts";

/** @throws Refusal `unprintable-character` naming every character that no font prints, and its place. */
export function refuseUnprintable(ink: Ink): void {
  if (ink.missing.size === 0) return;
  const errors = [...ink.missing]
    .sort(([a], [b]) => a - b)
    .map(([codePoint, places]) => ({
      detail: `${nameOf(codePoint)} in ${[...places].join(", ")}${remedyFor(codePoint)}`,
    }));
  throw new Refusal(
    "unprintable-character",
    `No font at hand prints ${errors.length === 1 ? "one character" : `${errors.length} characters`} of this text.`,
    { errors },
  );
}

function nameOf(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Names the packages that would print a character, if they are not installed. */
export function remedyFor(codePoint: number, installed = families): string {
  const character = String.fromCodePoint(codePoint);
  const missing = optionalFamilies
    .filter(({ name, letters }) => {
      return letters.test(character) && !installed.some((family) => family.name === name);
    })
    .map((family) => family.package);
  return missing.length > 0 ? ` (install ${missing.join(" or ")})` : "";
}
