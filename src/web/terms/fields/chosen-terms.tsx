import { MultiSelect, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TermName, Terms } from "#src/text/terms-in-words.ts";
import { keysOf } from "../keys-of.ts";
import { useTerms } from "../use-terms.ts";
import { TermFields } from "./term-fields.tsx";

type Changed = Partial<Omit<Terms, "articles">>;
type Props = {
  label: string;
  hint?: string | undefined;
  /** The terms to choose from. */
  from: TermName[];
  /** The terms as they are. */
  before: Terms;
  changed: Changed;
  write: (changed: Changed) => void;
  writable: boolean;
};

/** A choice of terms, and for each the words before and after, with its fields. */
export function ChosenTerms({ label, hint, from, before, changed, write, writable }: Props) {
  const { one } = useTerms();
  const after = { ...before, ...changed } as Terms;
  const chosen = from.filter((term) => term in changed);
  const choose = (wanted: string[]) =>
    write(
      Object.fromEntries(
        from
          .filter((term) => wanted.includes(term))
          .flatMap(keysOf)
          .flatMap((key) => (after[key] === undefined ? [] : [[key, after[key]]])),
      ) as Changed,
    );
  return (
    <Stack gap="sm">
      {writable && (
        <MultiSelect
          label={label}
          description={hint}
          data={from.map((term) => ({ value: term, label: one(before, term).name }))}
          value={chosen}
          onChange={choose}
        />
      )}
      {chosen.map((term) => (
        <ChosenTerm
          key={term}
          term={term}
          before={before}
          after={after}
          set={(change) => write({ ...changed, ...change })}
          writable={writable}
        />
      ))}
    </Stack>
  );
}

type TermProps = {
  term: TermName;
  before: Terms;
  after: Terms;
  set: (change: Changed) => void;
  writable: boolean;
};

/** One changed term: as it is, as it becomes, and its fields. */
function ChosenTerm({ term, before, after, set, writable }: TermProps) {
  const { t } = useTranslation("terms");
  const { one } = useTerms();
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
