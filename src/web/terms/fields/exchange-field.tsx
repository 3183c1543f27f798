import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { exchanged } from "#src/text/terms-in-words.ts";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { useTextOfTerms } from "./text-of-terms.ts";

/** Whether all sign one text, or the parties exchange instruments, and whose note comes first. */
export function ExchangeField({ name, terms, set }: FieldProps) {
  const { t } = useTranslation("terms");
  const { sentence } = useTerms();
  const { parties } = useTextOfTerms();
  const { exchange } = terms;
  const [preset] = parties;
  return (
    <Stack gap="sm">
      <ChoiceField
        label={name}
        value={exchange?.of ?? "none"}
        options={(["none", ...exchanged] as const).map(
          (of) =>
            [
              of,
              sentence({ ...terms, exchange: of === "none" ? undefined : { of } }, "exchange"),
            ] as const,
        )}
        onChange={(of) =>
          set(
            of === "none"
              ? { exchange: undefined }
              : { exchange: { of }, alternat: "none", participation: undefined },
          )
        }
      />
      {exchange && exchange.of !== "instruments" && preset && (
        <ChoiceField
          label={t("field.proposes")}
          value={exchange.first ?? preset.code}
          options={parties.map(({ code, name: party }) => [code, party] as const)}
          onChange={(first) => set({ exchange: { ...exchange, first } })}
        />
      )}
    </Stack>
  );
}
