import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { FieldProps } from "./field-props.ts";

const majorities = ["consensus", "two-thirds", "three-quarters", "majority"] as const;

/** Whether all that negotiate adopt the text, or a conference by its majority. */
export function AdoptionField({ name, terms, set }: FieldProps) {
  const { sentence } = useTerms();
  const options = [
    ["", sentence({ ...terms, adoption: undefined }, "adoption")] as const,
    ...majorities.map(
      (majority) => [majority, sentence({ ...terms, adoption: { majority } }, "adoption")] as const,
    ),
  ];
  return (
    <ChoiceField
      label={name}
      value={terms.adoption?.majority ?? ""}
      options={options}
      onChange={(majority) => set({ adoption: majority === "" ? undefined : { majority } })}
    />
  );
}
