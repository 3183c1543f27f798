import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  label: string;
  /** What an empty field means. Without it the field needs a number. */
  empty?: string;
  value: number | undefined;
  minimum: number;
  maximum: number;
  onChange: (value: number | undefined) => void;
};

/** A whole number within bounds. What is typed counts once it is one; leaving the field restores the last that counted. */
export function CountField({ label, empty, value, minimum, maximum, onChange }: Props) {
  const { t } = useTranslation("terms");
  const [typed, setTyped] = useState<string | number | null>(null);
  const shown = typed ?? value ?? "";
  const counts = (one: string | number) => {
    if (one === "") return empty !== undefined;
    return Number.isInteger(Number(one)) && Number(one) >= minimum && Number(one) <= maximum;
  };
  return (
    <NumberInput
      label={label}
      description={empty}
      inputWrapperOrder={["label", "input", "description", "error"]}
      error={!counts(shown) && t("field.range", { minimum, maximum })}
      value={shown}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      hideControls
      onChange={(next) => {
        setTyped(next);
        if (counts(next)) onChange(next === "" ? undefined : Number(next));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
