import { Input, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PartyList } from "../../../parties/party-list.tsx";
import type { DraftDescription } from "./description.ts";

type Props = {
  given: DraftDescription;
  change: (change: Partial<DraftDescription>) => void;
  error: string | undefined;
};

/** Picks the parties, how each State takes part, and the order in which the text names them. */
export function InvitedPartiesField({ given, change, error }: Props) {
  const { t } = useTranslation("new-agreement");
  const { parties, governments = [], order = "protocol", languages } = given;
  return (
    <Stack gap="xs">
      <PartyList
        label={t("parties")}
        chosen={{ parties, governments, order }}
        write={change}
        languages={languages}
        error={Boolean(error)}
      />
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
