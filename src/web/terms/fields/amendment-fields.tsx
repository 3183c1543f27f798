import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import type { FieldProps } from "./field-props.ts";

type Amendment = Terms["amendment"];

/** Each way by a key; the months of a tacit one are a field of their own. */
const ways = {
  silent: "silent",
  all: { binds: "all" },
  acceptors: { binds: "acceptors" },
  "two-thirds": { binds: "share", of: "two-thirds" },
  "three-quarters": { binds: "share", of: "three-quarters" },
  majority: { binds: "share", of: "majority" },
  "unless-objected": { binds: "unless-objected", months: 12 },
} as const satisfies Record<string, Amendment>;
type Way = keyof typeof ways;

function wayOf(amendment: Amendment): Way {
  if (amendment === "silent") return amendment;
  return amendment.binds === "share" ? amendment.of : amendment.binds;
}

export function AmendmentFields({ name, terms, set }: FieldProps) {
  const { t } = useTranslation("terms");
  const { sentence } = useTerms();
  const { amendment } = terms;
  const says = (way: Way) =>
    way === "unless-objected"
      ? t("field.unlessObjected")
      : sentence({ ...terms, amendment: ways[way] }, "amendment");
  return (
    <Stack gap="sm">
      <ChoiceField
        label={name}
        value={wayOf(amendment)}
        options={(Object.keys(ways) as Way[]).map((way) => [way, says(way)] as const)}
        onChange={(way) => set({ amendment: ways[way] })}
      />
      {amendment !== "silent" && amendment.binds === "unless-objected" && (
        <CountField
          label={t("field.objectionMonths")}
          value={amendment.months}
          minimum={1}
          maximum={120}
          onChange={(months) =>
            set({ amendment: { ...amendment, months: months ?? amendment.months } })
          }
        />
      )}
    </Stack>
  );
}
