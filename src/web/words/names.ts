import { useTranslation } from "react-i18next";
import { draftingLanguages } from "#src/text/language/drafting.ts";
import type shell from "./en/shell.json";

type Shell = typeof shell;

/** The four lines of work. */
export const areas = Object.keys({
  "partnerships-and-networking": true,
  "capacity-building": true,
  "peer-learning": true,
  "research-and-knowledge-management": true,
} satisfies Record<keyof Shell["area"], true>);

/** Common languages of texts, those of the interface first. */
export const textLanguages: readonly string[] = draftingLanguages();

/** Words for codes of the API: stages, areas of work, roles. */
export function useNames() {
  const { t } = useTranslation("shell");
  return {
    /** The name of a stage. What happened after publication is shown elsewhere. */
    stage: (name: string) => t(`stage.${name}` as `stage.${keyof Shell["stage"] & "publish"}`),
    area: (name: string) => t(`area.${name as keyof Shell["area"]}`),
    role: (name: string) => t(`roles.${name as keyof Shell["roles"]}`),
  };
}
