import { createRequire } from "node:module";
import type { FreshText } from "../fresh-agreement.ts";

/** `load` starts the engine as a service would keep it; it answers null where the machine has it not. */
export type Engine = { name: string; load: () => Promise<Loaded | null> };

export type Loaded = {
  render: (texts: FreshText[]) => Promise<{ bytes: Uint8Array }>;
  close?: () => Promise<void>;
};

/** The page of all engines: A4, these margins and sizes in points, and the very same font files. */
export const page = { margin: 79, size: 10.5, title: 18 };

const require = createRequire(import.meta.url);
const font = (path: string) => require.resolve(`@expo-google-fonts/${path}.ttf`);

export const fontFiles = {
  NotoSerif: {
    regular: font("noto-serif/400Regular/NotoSerif_400Regular"),
    bold: font("noto-serif/700Bold/NotoSerif_700Bold"),
  },
  Amiri: {
    regular: font("amiri/400Regular/Amiri_400Regular"),
    bold: font("amiri/700Bold/Amiri_700Bold"),
  },
};

/** An article is headed by its first words. */
export function headingOf(paragraphs: string[]): string {
  return paragraphs[0]?.split(" ").slice(0, 3).join(" ") ?? "";
}
