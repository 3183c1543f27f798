import { createRequire } from "node:module";
import { scriptOf } from "#src/text/languages.ts";

/**
 * The fonts that print an instrument, in order of preference, as data: add a script with a row. All are static TrueType
 * under the SIL Open Font License, from installed packages.
 */
export type Style = "regular" | "bold" | "italic" | "boldItalic";

export type Family = {
  /** The PostScript name without the style. */
  name: string;
  /** Letters for which this family takes precedence. */
  letters: RegExp;
  /** The scripts (ISO 15924) of the languages whose digits, spaces and marks it prints. */
  scripts: readonly string[];
  /** Signs that it prints if no font of the text's own does. */
  signs?: RegExp;
  /** Enlarges a family that looks small beside the others at the same nominal size. */
  scale: number;
  /** Baseline to baseline as a multiple of the nominal size. */
  leading: number;
  files: Record<Style, string>;
};

/** Signs that a text in any language may use, such as ≥, → and Ⅳ. */
const signs = /[\u20d0-\u20ff\u2150-\u2bff\u{1f100}-\u{1f1ff}]/u;

export const defaultFamilies: readonly Family[] = [
  {
    name: "NotoSerif",
    letters: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u,
    scripts: [],
    scale: 1,
    leading: 1.42,
    files: {
      regular: "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf",
      bold: "@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf",
      italic: "@expo-google-fonts/noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf",
      boldItalic: "@expo-google-fonts/noto-serif/700Bold_Italic/NotoSerif_700Bold_Italic.ttf",
    },
  },
  {
    name: "Amiri",
    letters: /\p{Script=Arabic}/u,
    scripts: ["Arab"],
    scale: 1.25,
    leading: 1.85,
    files: {
      regular: "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
      bold: "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
      italic: "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
      boldItalic: "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
    },
  },
  sans("Georgian", { letters: /\p{Script=Georgian}/u, scripts: ["Geor"] }),
  sans("Armenian", { letters: /\p{Script=Armenian}/u, scripts: ["Armn"] }),
  {
    ...upright("NotoSerifHebrew", "noto-serif-hebrew", true),
    letters: /\p{Script=Hebrew}/u,
    scripts: ["Hebr"],
  },
  sans("Thai", { letters: /\p{Script=Thai}/u, scripts: ["Thai"], leading: 1.7 }),
  sans("Lao", { letters: /\p{Script=Lao}/u, scripts: ["Laoo"], leading: 1.7 }),
  {
    ...upright("NotoSerifKhmer", "noto-serif-khmer", false),
    letters: /\p{Script=Khmer}/u,
    scripts: ["Khmr"],
    leading: 1.95,
  },
  sans("Myanmar", { letters: /\p{Script=Myanmar}/u, scripts: ["Mymr"], leading: 2 }),
  sans("Tamil", { letters: /\p{Script=Tamil}/u, scripts: ["Taml"], leading: 1.6 }),
  { ...only("NotoSansMath", "noto-sans-math"), signs },
  { ...upright("NotoSansSymbols", "noto-sans-symbols", true), signs },
];

/** Large fonts, available only if their package is installed. */
export const optionalFamilies: readonly (Family & { package: string })[] = [
  {
    ...upright("NotoSerifKR", "noto-serif-kr", true),
    package: "@expo-google-fonts/noto-serif-kr",
    letters: /\p{Script=Hangul}/u,
    scripts: ["Kore", "Hang"],
    leading: 1.6,
  },
  {
    ...upright("NotoSerifJP", "noto-serif-jp", true),
    package: "@expo-google-fonts/noto-serif-jp",
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    scripts: ["Jpan"],
    leading: 1.6,
  },
  {
    ...upright("NotoSerifSC", "noto-serif-sc", true),
    package: "@expo-google-fonts/noto-serif-sc",
    letters: /[\p{Script=Han}\p{Script=Bopomofo}]/u,
    scripts: ["Hans", "Hant", "Hani"],
    leading: 1.6,
  },
];

/** The available fonts. */
export const families: readonly Family[] = [
  ...defaultFamilies,
  ...optionalFamilies.filter(({ files }) => isInstalled(files.regular)),
];

function isInstalled(file: string): boolean {
  try {
    createRequire(import.meta.url).resolve(file);
    return true;
  } catch {
    return false;
  }
}

type Row = Pick<Family, "letters" | "scripts"> & { leading?: number };

/** A script for which no package has a serif font. */
function sans(script: string, { leading = 1.5, ...row }: Row): Family {
  const family = upright(`NotoSans${script}`, `noto-sans-${script.toLowerCase()}`, true);
  return { ...family, ...row, leading };
}

/** A family without italics: upright letters replace them. `folders`: whether each weight has one. */
function upright(name: string, from: string, folders: boolean): Family {
  const file = (weight: string) =>
    `@expo-google-fonts/${from}/${folders ? `${weight}/` : ""}${name}_${weight}.ttf`;
  const [regular, bold] = [file("400Regular"), file("700Bold")];
  return {
    name,
    letters: /(?!)/,
    scripts: [],
    scale: 1,
    leading: 1.5,
    files: { regular, bold, italic: regular, boldItalic: bold },
  };
}

/** A family with one weight, which also stands for bold. */
function only(name: string, from: string): Family {
  const family = upright(name, from, true);
  const { regular } = family.files;
  return { ...family, files: { regular, bold: regular, italic: regular, boldItalic: regular } };
}

/** The main family of a language: its spaces, digits and leading. */
export function familyOf(language: string): Family {
  const script = scriptOf(language);
  return families.find(({ scripts }) => scripts.includes(script)) ?? families[0]!;
}
