import { Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParties } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useActName } from "../../words/act-names.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import { ProposalConsequence } from "../proposal-consequence.tsx";
import { proposalsQuery } from "../proposals.ts";
import type { FieldProps } from "./field.ts";

/** A choice of one of the acts waiting for a second officer, with its consequences. */
export function ProposalField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const nameOfAct = useActName();
  const { line } = useFormat();
  const { nameOf } = useParties();
  const { data = [], error } = useQuery(proposalsQuery(agreement.id));
  const waiting = data.filter(({ state }) => state === "waiting");
  return (
    <Radio.Group
      label={label}
      description={hint}
      required
      value={text(values, field.name)}
      onChange={(id) => set({ [field.name]: id })}
    >
      <ErrorAlert error={error} />
      <Stack mt="xs" gap="md">
        {waiting.length === 0 && <Text size="sm">{t("proposal.none")}</Text>}
        {waiting.map((one) => (
          <Radio
            key={one.id}
            value={one.id}
            label={line(nameOfAct(one.act), one.party && nameOf(one.party))}
            description={<ProposalConsequence agreement={agreement} proposal={one} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
