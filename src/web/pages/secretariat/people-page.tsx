import { Badge, Button, Table, Text, TextInput } from "@mantine/core";
import { IconSearch, IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "../../api/people.ts";
import { useSession } from "../../api/session.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { OfficeProposals } from "./office-proposals.tsx";
import type { Somebody } from "./people.ts";
import { Recoveries } from "./recoveries.tsx";

const PersonWindow = lazy(() => import("./person-window.tsx"));

/** The people, their roles and parties, with invitations and recovery of access. */
export function PeoplePage() {
  const { t } = useTranslation("secretariat");
  const { data, error, isPending } = useQuery(peopleQuery);
  const [open, setOpen] = useState<Somebody | "new" | null>(null);
  const [words, setWords] = useState("");
  const found = (data ?? []).filter((one) =>
    JSON.stringify(one).toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <Page
      title={t("people.title")}
      actions={
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
          {t("people.invite")}
        </Button>
      }
    >
      <Recoveries />
      <OfficeProposals kinds={["invite-person", "change-person"]} />
      <TextInput
        label={t("people.search")}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        maw={400}
        dir="auto"
      />
      <ErrorAlert error={error} />
      {isPending && <Loading />}
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("people.name")}</Table.Th>
              <Table.Th>{t("people.roles")}</Table.Th>
              <Table.Th>{t("people.party")}</Table.Th>
              <Table.Th>{t("people.state")}</Table.Th>
              <Table.Th>{t("change")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((one) => (
              <Row key={one.id} person={one} change={() => setOpen(one)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {open && (
        <Suspense>
          <PersonWindow person={open === "new" ? null : open} close={() => setOpen(null)} />
        </Suspense>
      )}
    </Page>
  );
}

const colors = { invited: "blue", active: "teal", suspended: "orange" } as const;

function Row({ person, change }: { person: Somebody; change: () => void }) {
  const { t } = useTranslation("secretariat");
  const { worded, list } = useFormat();
  const { role } = useNames();
  const partyName = usePartyName();
  const own = useSession()?.person === person.id;
  const name = worded(person.names);
  return (
    <Table.Tr>
      <Table.Td>
        <Text dir="auto">{name}</Text>
        <Text size="xs" c="dimmed">
          <bdi>{person.email}</bdi>
        </Text>
      </Table.Td>
      <Table.Td>{list(person.roles.map(role))}</Table.Td>
      <Table.Td>{person.party ? partyName(person.party) : "–"}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={colors[person.state]} tt="none" miw="max-content">
          {t(`people.states.${person.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          onClick={change}
          disabled={own}
          aria-label={own ? undefined : t("people.changeOne", { name })}
        >
          {own ? t("people.own") : t("change")}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
