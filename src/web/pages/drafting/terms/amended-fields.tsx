import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { amendableTerms, type Terms, termNames } from "#src/text/terms-in-words.ts";
import { agreementQuery } from "../../../api/agreement.ts";
import { ChosenTerms } from "../../../terms/fields/chosen-terms.tsx";
import { useDesk } from "../desk.tsx";

type Amended = NonNullable<Terms["amended"]>;
type Props = {
  /** The agreement that this one amends. */
  amends: string;
  terms: Terms;
};

const amendable = termNames.filter((term) => amendableTerms.some((one) => one === term));

/** In an amendment: the terms of the amended agreement that it changes, and what becomes of them. */
export function AmendedFields({ amends, terms }: Props) {
  const { t } = useTranslation("terms");
  const { terms: draft, writable } = useDesk();
  const { data: principal } = useQuery(agreementQuery(amends));
  if (!principal) return null;
  const { amended = {} } = terms;
  return (
    <section aria-labelledby="amended-fields">
      <Title order={3} size="h5" id="amended-fields" mb="xs">
        {t("amended")}
      </Title>
      <ChosenTerms
        label={t("amendedWhich")}
        from={amendable}
        before={principal.terms as Terms}
        changed={amended as Partial<Terms>}
        write={(next) =>
          draft.set({ amended: Object.keys(next).length > 0 ? (next as Amended) : undefined })
        }
        writable={writable}
      />
    </section>
  );
}
