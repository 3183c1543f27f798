import { Anchor, Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import type { Credential } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { CredentialActs } from "./credential-acts.tsx";

const colors = { pending: "orange", verified: "teal", rejected: "red", revoked: "red" } as const;

/** Credentials presented for a representative, with the scan and the secretariat's acts. */
export function CredentialCard({ credential }: { credential: Credential }) {
  const { t } = useTranslation(["secretariat", "agreement"]);
  const { day, time, list } = useFormat();
  const partyName = usePartyName();
  const { agreement, reference, party, person, kind, office, state, acts, file, form } = credential;
  const facts: [string, string | null][] = [
    [
      t("credentials.acts"),
      list(acts.map((act) => t(`credentials.act.${act}` as "credentials.act.sign"))),
    ],
    [t("credentials.issuedOn"), day(credential.issuedOn)],
    [
      t("credentials.valid"),
      credential.validUntil
        ? `${day(credential.validFrom)} – ${day(credential.validUntil)}`
        : day(credential.validFrom),
    ],
    [t("credentials.restrictions"), credential.restrictions],
    [t("credentials.holder"), credential.holder],
    [t("credentials.form"), t(`credentials.forms.${form}`)],
    [t("credentials.presented"), time(credential.presentedAt)],
  ];
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Group justify="space-between" align="start">
          <div>
            <Title order={2} size="h4" dir="auto">
              <Worded of={person.names} alone />
            </Title>
            <Text>
              <bdi>{partyName(party)}</bdi>
            </Text>
            <Text size="sm" c="dimmed">
              {t(`credentials.kinds.${kind}`)}
              {office && `, ${t(`agreement:choice.${office as "delegate"}`)}`}
            </Text>
          </div>
          <Badge variant="light" color={colors[state]} tt="none">
            {t(`credentials.states.${state}`)}
          </Badge>
        </Group>
        <dl
          style={{ display: "grid", gridTemplateColumns: "auto 1fr", gap: "4px 16px", margin: 0 }}
        >
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <Fact key={name} name={name} value={value ?? ""} />
            ))}
        </dl>
        <Group>
          <Anchor
            renderRoot={(props) => (
              <Link to="/agreements/$id" params={{ id: agreement }} {...props} />
            )}
          >
            <bdi>{reference}</bdi>
          </Anchor>
          {file ? (
            <Anchor href={address(`/agreements/${agreement}/files/${file}`)} download>
              {t("credentials.scan")}
            </Anchor>
          ) : (
            <Text size="sm" c="dimmed">
              {t("credentials.noScan")}
            </Text>
          )}
        </Group>
        <CredentialActs credential={credential} />
      </Stack>
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} dir="auto">
        {value}
      </Text>
    </>
  );
}
