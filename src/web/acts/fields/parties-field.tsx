import { PartyList } from "../../parties/party-list.tsx";
import { list, text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** The parties of the agreement: who takes part, as what, and in which order. */
export function PartiesField({ field: { name }, values, set, agreement, label, hint }: FieldProps) {
  return (
    <PartyList
      label={label}
      hint={hint}
      languages={agreement.languages}
      chosen={{
        parties: list(values, name),
        governments: list(values, "governments"),
        order: text(values, "order") || "protocol",
      }}
      write={({ parties, governments, order }) => set({ [name]: parties, governments, order })}
    />
  );
}
