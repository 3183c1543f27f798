import { Stack, Text, UnstyledButton } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckWarning } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";

type Props<One> = {
  warnings: One[];
  /** Shown before the warnings, as items of the list. */
  before?: ReactNode;
  card: (warning: One, key: string) => ReactNode;
};

/** The warnings that stand, and below them, folded away, those that an officer has judged to be false alarms. */
export function WarningList<One extends CheckWarning>({ warnings, before, card }: Props<One>) {
  const { t } = useTranslation("terms");
  const { number } = useFormat();
  const [shown, setShown] = useState(false);
  const id = useId();
  const keyed = warnings.map((warning, at) => ({ warning, key: `${warning.key}:${at}` }));
  const judged = keyed.filter(({ warning }) => !warning.open);
  return (
    <>
      <Stack gap="xs" component="ul" p={0} m={0}>
        {before}
        {keyed.filter(({ warning }) => warning.open).map(({ warning, key }) => card(warning, key))}
      </Stack>
      {judged.length > 0 && (
        <>
          <UnstyledButton
            mt="sm"
            aria-expanded={shown}
            aria-controls={id}
            onClick={() => setShown(!shown)}
          >
            <Text size="sm" td="underline">
              {t("warning.judged", { number: number(judged.length) })}
            </Text>
          </UnstyledButton>
          <Stack gap="xs" component="ul" p={0} m={0} mt="xs" id={id} hidden={!shown}>
            {shown && judged.map(({ warning, key }) => card(warning, key))}
          </Stack>
        </>
      )}
    </>
  );
}
