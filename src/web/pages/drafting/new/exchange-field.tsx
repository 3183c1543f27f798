import { useTranslation } from "react-i18next";
import { exchanged, ordinaryTerms } from "#src/text/terms-in-words.ts";
import { ChoiceField } from "../../../terms/fields/choice-field.tsx";
import { useTerms } from "../../../terms/use-terms.ts";
import type { DraftDescription } from "./description.ts";

type Props = {
  given: DraftDescription;
  change: (change: Partial<DraftDescription>) => void;
};

/** How two conclude: by one text that both sign, or by what they exchange. */
export function ExchangeField({ given, change }: Props) {
  const { t } = useTranslation("new-agreement");
  const { sentence } = useTerms();
  return (
    <ChoiceField
      label={t("conclusion")}
      value={given.exchange ?? "none"}
      options={(["none", ...exchanged] as const).map((of) => {
        const exchange = of === "none" ? undefined : { of };
        return [of, sentence({ ...ordinaryTerms, exchange }, "exchange")] as const;
      })}
      onChange={(of) => change({ exchange: of === "none" ? undefined : of })}
    />
  );
}
