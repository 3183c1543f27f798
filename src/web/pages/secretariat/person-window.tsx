import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languagesOf, ownNameOf } from "#src/text/languages.ts";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { partiesQuery } from "../../api/parties.ts";
import type { Role } from "../../api/session.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { EventList } from "./event-list.tsx";
import type { Somebody } from "./people.ts";
import { RecoveryForm } from "./recovery-form.tsx";
import { useSayWaiting } from "./say-waiting.ts";
import { WordedFields } from "./worded-fields.tsx";

const allRoles: Role[] = ["legal-officer", "representative", "archivist", "secretariat"];

/** Only the edited fields, because someone else may have changed the others since the dialog was opened. */
function changed<Said extends Partial<Somebody>>(person: Somebody, said: Said): Partial<Said> {
  const isNew = (name: string) =>
    JSON.stringify(said[name as keyof Said]) !== JSON.stringify(person[name as keyof Somebody]);
  return Object.fromEntries(Object.entries(said).filter(([name]) => isNew(name))) as Partial<Said>;
}

type Props = { person: Somebody | null; close: () => void };

/** A dialog that invites a person, or changes a person's names, roles, party or state. */
export default function PersonWindow({ person, close }: Props) {
  const { t } = useTranslation("secretariat");
  const { worded, party: nameOf } = useFormat();
  const { role } = useNames();
  const parties = useQuery(partiesQuery).data ?? [];
  const [email, setEmail] = useState(person?.email ?? "");
  const [names, setNames] = useState(person?.names ?? {});
  const [titles, setTitles] = useState(person?.titles ?? {});
  const [language, setLanguage] = useState(person?.language ?? "en");
  const [roles, setRoles] = useState((person?.roles ?? []) as Role[]);
  const [party, setParty] = useState(person?.party ?? null);
  const representative = roles.includes("representative");
  const said = { names, titles, language, roles, party: representative ? party : null };
  const sayWaiting = useSayWaiting();
  const keep = useKeep(
    async (state?: "active" | "suspended") => {
      if (!person) return (await api.people.$post({ json: { email, ...said } })).status;
      const json = state ? { state } : changed(person, { email, ...said });
      return (await api.people[":id"].$patch({ param: { id: person.id }, json })).status;
    },
    {
      keys: ["people", "office-proposals"],
      onSuccess: (status) => {
        if (status === 202) sayWaiting();
        close();
      },
    },
  );
  const events = useQuery({
    queryKey: ["people", person?.id, "events"],
    enabled: person !== null,
    queryFn: async () =>
      (await (await api.people[":id"].events.$get({ param: { id: person?.id ?? "" } })).json())
        .items,
  });
  const next = person?.state === "suspended" ? "active" : "suspended";
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={person ? t("people.changeOne", { name: worded(person.names) }) : t("people.invite")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(undefined);
        }}
      >
        <Stack>
          <TextInput
            inputMode="email"
            label={t("people.email")}
            description={t(person ? "people.emailChanged" : "people.emailHint")}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            required
          />
          <WordedFields label={t("people.name")} value={names} onChange={setNames} required />
          <WordedFields label={t("people.office")} value={titles} onChange={setTitles} />
          <Select
            label={t("people.language")}
            value={language}
            onChange={(value) => value && setLanguage(value)}
            data={languagesOf("letters").map((value) => ({ value, label: ownNameOf(value) }))}
            allowDeselect={false}
          />
          <MultiSelect
            label={t("people.roles")}
            value={roles}
            onChange={(value) => setRoles(value as Role[])}
            data={allRoles.map((value) => ({ value, label: role(value) }))}
            required
          />
          {representative && (
            <Select
              label={t("people.party")}
              value={party}
              onChange={setParty}
              data={parties.map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
              searchable
              required
            />
          )}
          <ErrorAlert error={keep.error} />
          <Group justify="end">
            {person && (
              <Button
                variant="default"
                color="red"
                me="auto"
                onClick={() => keep.mutate(next)}
                loading={keep.isPending}
              >
                {t(`people.${next}`)}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {person ? t("keep") : t("people.send")}
            </Button>
          </Group>
        </Stack>
      </form>
      {person && (
        <Stack mt="lg">
          <RecoveryForm person={person} />
          {events.data && <EventList events={events.data} />}
        </Stack>
      )}
    </Modal>
  );
}
