import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { bestFirst, keepInForm, typeOver, typeOverAfterClick } from "./shell/picking.ts";

/** The red of a wax seal, from paper to wine. */
const seal: MantineColorsTuple = [
  "#fdf1f2",
  "#f4dcde",
  "#e6b4b9",
  "#d88991",
  "#cc656f",
  "#c54e59",
  "#a8323f",
  "#8c2833",
  "#6e1f2a",
  "#541720",
];

const text =
  '"Noto Sans", "Noto Sans Arabic", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** The font of authentic texts and headings. */
export const serif =
  '"Noto Serif", "Source Serif 4", Georgia, "Times New Roman", "Noto Naskh Arabic", Amiri, serif';

/** Defaults of every picker: typing replaces the chosen name, the best match comes first, and Enter picks it. */
const picker = {
  filter: bestFirst,
  selectFirstOptionOnChange: true,
  onKeyDownCapture: keepInForm,
  onFocus: typeOver,
  onClickCapture: typeOverAfterClick,
};

export const theme = createTheme({
  primaryColor: "seal",
  primaryShade: { light: 7, dark: 5 },
  colors: { seal },
  fontFamily: text,
  headings: { fontFamily: serif, fontWeight: "600" },
  defaultRadius: "sm",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: "always" } },
    Select: { defaultProps: picker },
    MultiSelect: { defaultProps: picker },
    Table: { defaultProps: { verticalSpacing: "sm" } },
  },
});

/** Dimmed text and links have a contrast of at least 4.5 to 1, in light and dark mode. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#fcfbf9",
    "--mantine-color-dimmed": "#5a5a5f",
    "--mantine-color-anchor": seal[7],
    "--mantine-color-error": "#b32020",
    // Text of light badges and alerts, dark enough on its own tint.
    "--mantine-color-gray-light-color": "#40464c",
    "--mantine-color-red-light-color": "#9b1c1c",
    "--mantine-color-orange-light-color": "#8a3200",
    "--mantine-color-yellow-light-color": "#6b4c00",
    "--mantine-color-green-light-color": "#1d5c2c",
    "--mantine-color-teal-light-color": "#05563f",
    "--mantine-color-blue-light-color": "#124e86",
    "--mantine-color-violet-light-color": "#4c2fa8",
    "--mantine-color-placeholder": "#6b6b70",
  },
  dark: {
    "--mantine-color-dimmed": "#b4b8be",
    "--mantine-color-anchor": seal[2],
    "--mantine-color-placeholder": "#a3a8ae",
  },
});
