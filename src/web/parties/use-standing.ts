import { useTranslation } from "react-i18next";
import type words from "../words/en/register.json";

type Words = typeof words;

/** Words for a party's standing and for its form of signature. */
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
