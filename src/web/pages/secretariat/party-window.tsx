import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { Party } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { EventList } from "./event-list.tsx";
import { WordedFields } from "./worded-fields.tsx";

type Props = { party: Party | null; close: () => void };

/** A dialog that adds or changes a party, with the party's history. */
export default function PartyWindow({ party, close }: Props) {
  const { t } = useTranslation("secretariat");
  const [code, setCode] = useState(party?.code ?? "");
  const [kind, setKind] = useState<Party["kind"]>(party?.kind ?? "state");
  const [names, setNames] = useState(party?.names ?? {});
  const [order, setOrder] = useState<number | undefined>(party?.protocolOrder);
  const keep = useKeep(
    async () => {
      const json = { kind, names, ...(order !== undefined && { protocolOrder: order }) };
      if (party) await api.parties[":code"].$patch({ param: { code: party.code }, json });
      else await api.parties.$post({ json: { code, ...json } });
    },
    { keys: ["parties"], onSuccess: close },
  );
  const events = useQuery({
    queryKey: ["parties", party?.code, "events"],
    enabled: party !== null,
    queryFn: async () => {
      const param = { code: party?.code ?? "" };
      return (await (await api.parties[":code"].events.$get({ param })).json()).items;
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={
        party ? t("parties.changeOne", { name: party.names.en ?? party.code }) : t("parties.add")
      }
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(undefined);
        }}
      >
        <Stack>
          {!party && (
            <TextInput
              label={t("parties.code")}
              description={t("parties.codeHint")}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value.toUpperCase())}
              required
              dir="ltr"
            />
          )}
          <Select
            label={t("parties.kind")}
            value={kind}
            onChange={(value) => value && setKind(value as Party["kind"])}
            data={[
              { value: "state", label: t("parties.state") },
              { value: "organization", label: t("parties.organization") },
            ]}
            allowDeselect={false}
          />
          <NumberInput
            label={t("parties.order")}
            description={t("parties.orderHint")}
            value={order ?? ""}
            onChange={(value) => setOrder(value === "" ? undefined : Number(value))}
            min={0}
          />
          <WordedFields label={t("parties.name")} value={names} onChange={setNames} required />
          <ErrorAlert error={keep.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {t("keep")}
            </Button>
          </Group>
          {events.data && <EventList events={events.data} />}
        </Stack>
      </form>
    </Modal>
  );
}
