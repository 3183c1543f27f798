import { MultiSelect, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { amendableTerms, type TermName, type Terms, termNames } from "#src/text/terms-in-words.ts";
import { agreementQuery } from "../../../api/agreement.ts";
import { useTerms } from "../../../terms/use-terms.ts";
import { useDesk } from "../desk.tsx";
import { keysOf } from "../model/term-numbers.ts";
import { TermFields } from "./fields.tsx";

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
  const { one } = useTerms();
  const { terms: draft, writable } = useDesk();
  const { data: principal } = useQuery(agreementQuery(amends));
  if (!principal) return null;
  const { amended = {} } = terms;
  const before = principal.terms as Terms;
  const after = { ...before, ...amended } as Terms;
  const chosen = amendable.filter((term) => term in amended);
  const write = (next: Amended) =>
    draft.set({ amended: Object.keys(next).length > 0 ? next : undefined });
  const choose = (wanted: string[]) =>
    write(
      Object.fromEntries(
        amendable
          .filter((term) => wanted.includes(term))
          .flatMap(keysOf)
          .flatMap((key) => (after[key] === undefined ? [] : [[key, after[key]]])),
      ) as Amended,
    );
  return (
    <section aria-labelledby="amended-fields">
      <Title order={3} size="h5" id="amended-fields" mb="xs">
        {t("amended")}
      </Title>
      <Stack gap="sm">
        {writable && (
          <MultiSelect
            label={t("amendedWhich")}
            data={amendable.map((term) => ({ value: term, label: one(before, term).name }))}
            value={chosen}
            onChange={choose}
          />
        )}
        {chosen.map((term) => (
          <AmendedTerm
            key={term}
            term={term}
            before={before}
            after={after}
            set={(change) => write({ ...amended, ...change } as Amended)}
          />
        ))}
      </Stack>
    </section>
  );
}

type TermProps = {
  term: TermName;
  before: Terms;
  after: Terms;
  set: (change: Partial<Omit<Terms, "articles">>) => void;
};

/** One changed term: as it is, as it becomes, and its fields. */
function AmendedTerm({ term, before, after, set }: TermProps) {
  const { t } = useTranslation("terms");
  const { one } = useTerms();
  const { writable } = useDesk();
  const { name, sentence } = one(after, term);
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="sm" c="dimmed">
        {t("before")} {one(before, term).sentence}
      </Text>
      <Text size="sm">
        {t("after")} {sentence}
      </Text>
      {writable && <TermFields term={term} name={name} terms={after} set={set} />}
    </Stack>
  );
}
