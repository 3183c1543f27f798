import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChangedTerms, useChangedTerms } from "../../../terms/changed-terms.tsx";
import { useDesk } from "../desk.tsx";
import { type TermChanges, withChanges } from "../model/term-numbers.ts";
import { useTermsStatus } from "./use-terms-draft.ts";

/** Which terms a clause changes if it is inserted. */
export function ClauseEffect({ values }: { values: TermChanges["values"] }) {
  const { t } = useTranslation("terms");
  const { terms } = useTermsStatus(useDesk().terms);
  const after = withChanges(terms, { values, ties: {} });
  const changed = useChangedTerms(terms, after);
  if (changed.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("clauseChangesNone")}
      </Text>
    );
  }
  return (
    <section aria-labelledby="clause-effect">
      <Text size="sm" fw={600} id="clause-effect">
        {t("clauseChanges")}
      </Text>
      <ChangedTerms before={terms} after={after} />
    </section>
  );
}
