import { Button, Code, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../api/contract.d.ts";
import { partiesQuery } from "../../api/parties.ts";
import { CeasedNote } from "../../parties/ceased-note.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { OfficeProposals } from "./office-proposals.tsx";

const PartyWindow = lazy(() => import("./party-window.tsx"));

/** The parties in protocol order, by the name of lists and the official one as it is printed. */
export function PartiesPage() {
  const { t } = useTranslation("secretariat");
  const { number, party: nameOf, list, languageName, worded } = useFormat();
  const { data, error, isPending } = useQuery(partiesQuery);
  const [open, setOpen] = useState<Party | "new" | null>(null);
  return (
    <Page
      title={t("parties.title")}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
          {t("parties.add")}
        </Button>
      }
    >
      <Text>{t("parties.why")}</Text>
      <OfficeProposals kinds={["end-party"]} />
      <ErrorAlert error={error} />
      {isPending && <Loading />}
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("parties.order")}</Table.Th>
              <Table.Th>{t("parties.code")}</Table.Th>
              <Table.Th>{t("parties.name")}</Table.Th>
              <Table.Th>{t("parties.kind")}</Table.Th>
              <Table.Th>{t("parties.languages")}</Table.Th>
              <Table.Th>{t("change")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data?.map((party) => (
              <Table.Tr key={party.code}>
                <Table.Td>{number(party.protocolOrder)}</Table.Td>
                <Table.Td>
                  <Code>{party.code}</Code>
                </Table.Td>
                <Table.Td>
                  <bdi>{nameOf(party.code, party.names)}</bdi>
                  {worded(party.names) !== nameOf(party.code, party.names) && (
                    <Text size="xs" c="dimmed">
                      <Worded of={party.names} />
                    </Text>
                  )}
                  <CeasedNote of={party} among={[]} nameOf={nameOf} />
                </Table.Td>
                <Table.Td>
                  {t(`parties.${party.kind}`)}
                  {party.state && (
                    <Text size="xs" c="dimmed">
                      {nameOf(party.state, data.find(({ code }) => code === party.state)?.names)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{list(Object.keys(party.names).map(languageName))}</Table.Td>
                <Table.Td>
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setOpen(party)}
                    aria-label={t("parties.changeOne", { name: nameOf(party.code, party.names) })}
                  >
                    {t("change")}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {open && (
        <Suspense>
          <PartyWindow party={open === "new" ? null : open} close={() => setOpen(null)} />
        </Suspense>
      )}
    </Page>
  );
}
