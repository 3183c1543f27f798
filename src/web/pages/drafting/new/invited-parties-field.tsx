import { ActionIcon, Group, Input, Paper, Select, Stack, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  /** All parties that the office knows, in protocol order. */
  known: { value: string; label: string }[];
  chosen: string[];
  write: (codes: string[]) => void;
  error: string | undefined;
};

/** Picks the parties by name. They are listed in protocol order, as the text names them. */
export function InvitedPartiesField({ known, chosen, write, error }: Props) {
  const { t } = useTranslation("new-agreement");
  const [typed, setTyped] = useState("");
  const nameOf = (code: string) => known.find(({ value }) => value === code)?.label ?? code;
  const inOrder = known.map(({ value }) => value).filter((code) => chosen.includes(code));
  return (
    <Stack gap="xs">
      <Select
        label={t("parties")}
        description={t("partiesOrder")}
        placeholder={t("addParty")}
        data={known.filter(({ value }) => !chosen.includes(value))}
        value={null}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(code) => {
          if (code) write([...chosen, code]);
          setTyped("");
        }}
        onKeyDown={(event) => {
          if (event.key === "Backspace" && typed === "") write(chosen.slice(0, -1));
        }}
        searchable
        nothingFoundMessage={t("noParty")}
        error={Boolean(error)}
      />
      {chosen.length > 0 && (
        <Stack component="ol" gap={6} p={0} m={0} aria-label={t("parties")}>
          {inOrder.map((code) => {
            const party = nameOf(code);
            return (
              <Paper key={code} component="li" withBorder px="sm" py={4}>
                <Group wrap="nowrap" gap={4}>
                  <Text size="sm" style={{ flex: 1 }}>
                    {party}
                  </Text>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    onClick={() => write(chosen.filter((one) => one !== code))}
                    aria-label={t("removeParty", { party })}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </Paper>
            );
          })}
        </Stack>
      )}
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
