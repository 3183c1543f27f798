import { Checkbox, MultiSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import { type FieldProps, given } from "./field-props.ts";
import { useTextOfTerms } from "./text-of-terms.ts";

type Rules = NonNullable<Terms["reservationRules"]>;

const kinds = ["silent", "permitted", "prohibited"] as const;

export function ReservationFields({ name, terms, set }: FieldProps) {
  const { sentence } = useTerms();
  const { reservations, reservationRules: rules = {} } = terms;
  const bare = given({ ...terms, reservationRules: undefined });
  return (
    <Stack gap="sm">
      <ChoiceField
        label={name}
        value={reservations}
        options={kinds.map(
          (kind) => [kind, sentence({ ...bare, reservations: kind }, "reservations")] as const,
        )}
        onChange={(kind) =>
          // What prohibits them has no rules about them.
          set({ reservations: kind, ...(kind === "prohibited" && { reservationRules: {} }) })
        }
      />
      {reservations !== "prohibited" && (
        <RuleFields
          rules={rules}
          change={(more) => set({ reservationRules: given({ ...rules, ...more }) })}
        />
      )}
    </Stack>
  );
}

type Which = "all" | "except" | "only";
type RuleProps = { rules: Rules; change: (rules: Partial<Rules>) => void };

function RuleFields({ rules, change }: RuleProps) {
  const { t } = useTranslation("terms");
  const { articles } = useTextOfTerms();
  // Without an article the rule says nothing yet, so the choice is only here.
  const [chosen, choose] = useState<Which>("all");
  const which = rules.except ? "except" : rules.only ? "only" : chosen;
  const listed = (which === "only" ? rules.only : rules.except) ?? [];
  const list = (of: Which, numbers: number[]) => {
    const own = numbers.length > 0 ? numbers : undefined;
    change({
      except: of === "except" ? own : undefined,
      only: of === "only" ? own : undefined,
    });
  };
  return (
    <>
      <ChoiceField
        label={t("field.whichArticles")}
        value={which}
        options={[
          ["all", t("field.allArticles")],
          ["except", t("field.allExcept")],
          ["only", t("field.onlyThese")],
        ]}
        onChange={(next) => {
          choose(next);
          list(next, listed);
        }}
      />
      {which !== "all" && (
        <MultiSelect
          label={t("field.articles")}
          searchable
          value={listed.map(String)}
          data={articles.map(({ number, name }) => ({ value: String(number), label: name }))}
          onChange={(numbers) => {
            choose(which);
            list(
              which,
              numbers.map(Number).sort((a, b) => a - b),
            );
          }}
        />
      )}
      <Checkbox
        label={t("field.authorised")}
        checked={rules.authorised ?? false}
        onChange={({ currentTarget: { checked } }) => change({ authorised: checked || undefined })}
      />
      <Checkbox
        label={t("field.atSignature")}
        checked={rules.atSignature ?? false}
        onChange={({ currentTarget: { checked } }) => change({ atSignature: checked || undefined })}
      />
      <ChoiceField
        label={t("field.acceptance")}
        value={rules.acceptance ?? "open"}
        options={[
          ["open", t("field.notSaid")],
          ["each", t("field.each")],
          ["all", t("field.all")],
          ["organ", t("field.organ")],
        ]}
        onChange={(who) => change({ acceptance: who === "open" ? undefined : who })}
      />
      <CountField
        label={t("field.objectionMonths")}
        empty={t("field.twelve")}
        value={rules.objectionMonths}
        minimum={1}
        maximum={120}
        onChange={(objectionMonths) => change({ objectionMonths })}
      />
      <CountField
        label={t("field.lateMonths")}
        empty={t("field.twelve")}
        value={rules.lateMonths}
        minimum={1}
        maximum={120}
        onChange={(lateMonths) => change({ lateMonths })}
      />
    </>
  );
}
