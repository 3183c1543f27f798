/**
 * The fonts that print an instrument, in order of preference, as data: a script is added by a row.
 * All are static TrueType under the SIL Open Font License, taken from installed packages.
 */
export type Style = "regular" | "bold" | "italic" | "boldItalic";

export type Family = {
  /** The PostScript name without the style. */
  name: string;
  /** Letters for which this family comes first. */
  letters: RegExp;
  /** Languages (BCP 47 primary subtags) whose digits, spaces and marks it prints. */
  languages: readonly string[];
  direction: "ltr" | "rtl";
  /** Enlarges a family that looks small beside the others at one nominal size. */
  scale: number;
  /** Baseline to baseline as a multiple of the nominal size. */
  leading: number;
  files: Record<Style, string>;
};

export const families: readonly Family[] = [
  {
    name: "NotoSerif",
    letters: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u,
    languages: [],
    direction: "ltr",
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
    languages: ["ar", "fa", "ur", "ps", "ckb", "ug"],
    direction: "rtl",
    scale: 1.25,
    leading: 1.85,
    files: {
      regular: "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
      bold: "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
      italic: "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
      boldItalic: "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
    },
  },
];

/** The family that sets the tone of a language: its spaces, digits and leading. */
export function familyOf(language: string): Family {
  const primary = language.split("-", 1)[0] ?? language;
  return families.find((family) => family.languages.includes(primary)) ?? families[0]!;
}
