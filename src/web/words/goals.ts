import { useTranslation } from "react-i18next";
import type words from "./en/goals.json";

type Name = keyof (typeof words)["name"];

/** The Sustainable Development Goals, 1 to 17. */
export const goals = Array.from({ length: 17 }, (_, index) => index + 1);

/** Names of the goals in the reader's language. */
export function useGoals() {
  const { t } = useTranslation("goals");
  const name = (number: number) => t(`name.${String(number) as Name}`);
  return { name, numbered: (number: number) => t("numbered", { number, name: name(number) }) };
}
