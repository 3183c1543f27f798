import { useTranslation } from "react-i18next";
import type acts from "./en/acts.json";

/** Returns the name of an act, as buttons and the record show it. */
export function useActName(): (act: string) => string {
  const { t } = useTranslation("acts");
  return (act) => t(`name.${act as keyof (typeof acts)["name"]}`);
}
