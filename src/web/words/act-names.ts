import { useTranslation } from "react-i18next";
import type acts from "./en/acts.json";

/** Acts by name, as buttons and the record call them. */
export function useActName(): (act: string) => string {
  const { t } = useTranslation("acts");
  return (act) => t(`name.${act as keyof (typeof acts)["name"]}`);
}
