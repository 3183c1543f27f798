import { Anchor, Group, Stack, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AgreementInList } from "../api/agreement.ts";
import { usePartyName } from "../parties/use-parties.ts";
import { Excerpt } from "../text/excerpt.tsx";
import { useFormat } from "../words/format.ts";
import { Worded } from "../words/worded.tsx";
import { StageBadge } from "./stage-badge.tsx";

/** Agreements as a table, or as a list on a phone. */
export function AgreementRows({ items }: { items: AgreementInList[] }) {
  const { t } = useTranslation("agreements");
  const { day, list } = useFormat();
  const party = usePartyName();
  if (items.length === 0) return null;
  return (
    <>
      <Table visibleFrom="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("column.agreement")}</Table.Th>
            <Table.Th>{t("column.parties")}</Table.Th>
            <Table.Th>{t("column.stage")}</Table.Th>
            <Table.Th>{t("column.updated")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td>
                <Title item={item} />
              </Table.Td>
              <Table.Td>{list(item.parties.map(party))}</Table.Td>
              <Table.Td>
                <StageBadge stage={item.stage} />
              </Table.Td>
              <Table.Td>{day(item.updatedAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack hiddenFrom="sm" gap="md">
        {items.map((item) => (
          <div key={item.id}>
            <Title item={item} />
            <Text size="sm">{list(item.parties.map(party))}</Text>
            <Group gap="xs" mt={4}>
              <StageBadge stage={item.stage} />
              <Text size="xs" c="dimmed">
                {day(item.updatedAt)}
              </Text>
            </Group>
          </div>
        ))}
      </Stack>
    </>
  );
}

function Title({ item }: { item: AgreementInList }) {
  return (
    <>
      <Anchor
        fw={600}
        dir="auto"
        renderRoot={(props) => <Link to="/agreements/$id" params={{ id: item.id }} {...props} />}
      >
        <Worded of={item.title} />
      </Anchor>
      <Text size="xs" c="dimmed">
        <bdi>{item.reference}</bdi>
      </Text>
      {item.found && <Excerpt {...item.found} />}
    </>
  );
}
