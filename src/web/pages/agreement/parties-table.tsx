import { Anchor, Card, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { address } from "../../api/client.ts";
import { participationQuery } from "../../api/participation.ts";
import { OpenAgreement } from "../../parties/open-agreement.tsx";
import { useParties } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { PartyCredentials } from "./party-credentials.tsx";
import { YesNo } from "./yes-no.tsx";

/** The parties and the progress of each. */
export function PartiesTable({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreement");
  const { day } = useFormat();
  const { nameOf } = useParties();
  const { data } = useQuery(participationQuery(agreement.id));
  const { id, terms, stage } = agreement;
  const parties = agreement.parties.filter(({ entitled }) => !entitled);
  const sealed = stage.startsWith("publish");
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="parties">
      <Title order={2} size="h4" id="parties" mb="sm">
        {t("parties")}
      </Title>
      <Table.ScrollContainer minWidth={680} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-labelledby="parties" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("column.party")}</Table.Th>
              <Table.Th>{t("column.signatory")}</Table.Th>
              <Table.Th>{t("column.approved")}</Table.Th>
              {terms.authority === "full-powers" && <Table.Th>{t("column.credentials")}</Table.Th>}
              {terms.clearance && <Table.Th>{t("column.cleared")}</Table.Th>}
              <Table.Th>{t("column.signed")}</Table.Th>
              <Table.Th>{t("column.standing")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parties.map(
              ({
                code,
                names,
                kind,
                state,
                as,
                signatory,
                approved,
                cleared,
                signedOn,
                standing,
              }) => (
                <Table.Tr key={code}>
                  <Table.Th scope="row" fw={600}>
                    {nameOf(code, names)}
                    <Text size="xs" c="dimmed">
                      {t(`partyKind.${as ?? kind}`, { state: state && nameOf(state) })}
                    </Text>
                  </Table.Th>
                  <Table.Td>
                    {signatory ? (
                      <>
                        <Text size="sm">
                          <Worded of={signatory.names} />
                        </Text>
                        <Text size="xs" c="dimmed">
                          <Worded of={signatory.titles} />
                        </Text>
                      </>
                    ) : (
                      <Text size="sm" c="dimmed">
                        {t("nobody")}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <YesNo yes={approved} />
                  </Table.Td>
                  {terms.authority === "full-powers" && (
                    <Table.Td>
                      <PartyCredentials
                        of={data?.participants.find((one) => one.party === code)?.credentials ?? []}
                      />
                    </Table.Td>
                  )}
                  {terms.clearance && (
                    <Table.Td>
                      <YesNo yes={cleared} />
                    </Table.Td>
                  )}
                  <Table.Td>
                    {signedOn ? <Text size="sm">{day(signedOn)}</Text> : <YesNo yes={false} />}
                    {sealed && (terms.alternat !== "none" || terms.exchange) && (
                      <Anchor
                        size="xs"
                        href={address(`/agreements/${id}/pdf?kind=sealed&party=${code}`)}
                      >
                        {t(terms.exchange ? `exchanged.${terms.exchange.of}` : "ownOriginal")}
                      </Anchor>
                    )}
                  </Table.Td>
                  <Table.Td>{t(`standing.${standing}` as "standing.invited")}</Table.Td>
                </Table.Tr>
              ),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <OpenAgreement agreement={agreement} />
    </Card>
  );
}
