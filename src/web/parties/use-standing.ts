import { useTranslation } from "react-i18next";
import type words from "../words/en/register.json";

type Words = typeof words;

/** Where a party stands, and how it signed, in words. */
export function useStanding() {
  const { t } = useTranslation("register");
  return {
    standing: (name: string) => {
      const [state = name] = name.split(".");
      return t(`standings.${state as keyof Words["standings"]}`);
    },
    signedAs: (name: string) => t(`signedAs.${name as keyof Words["signedAs"]}`),
  };
}
