import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { Party } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { useParties } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { EventList } from "./event-list.tsx";
import { FormsFields } from "./forms-fields.tsx";
import { type Memberships, MembershipsFields, membershipsOf } from "./memberships-fields.tsx";
import { PartyEnd } from "./party-end.tsx";
import { WordedFields } from "./worded-fields.tsx";

const kinds = ["state", "ministry", "agency", "organization"] as const;

const isBody = (kind: Party["kind"]) => kind === "ministry" || kind === "agency";

type Props = { party: Party | null; close: () => void };

/** A dialog that adds or changes a party, with the party's history. */
export default function PartyWindow({ party, close }: Props) {
  const { t } = useTranslation("secretariat");
  const { all, nameOf } = useParties();
  const [code, setCode] = useState(party?.code ?? "");
  const [kind, setKind] = useState<Party["kind"]>(party?.kind ?? "state");
  const [names, setNames] = useState(party?.names ?? {});
  const [state, setState] = useState<string | null>(party?.state ?? null);
  const [forms, setForms] = useState(party?.forms ?? {});
  const [belongs, setBelongs] = useState<Memberships>({
    member: party?.member ?? null,
    unMember: party?.unMember ?? null,
    unSystem: party?.unSystem ?? null,
  });
  const [order, setOrder] = useState<number | undefined>(party?.protocolOrder);
  const keep = useKeep(
    async () => {
      const behind = isBody(kind) ? state : null;
      const own = Object.entries(forms).filter(([language]) => names[language] !== undefined);
      const json = {
        kind,
        names,
        forms: Object.fromEntries(own),
        ...(order !== undefined && { protocolOrder: order }),
        // Another kind has other memberships.
        ...{ member: null, unMember: null, unSystem: null },
        ...Object.fromEntries(membershipsOf(kind).map((name) => [name, belongs[name]])),
      };
      if (party) {
        const param = { code: party.code };
        await api.parties[":code"].$patch({ param, json: { ...json, state: behind } });
      } else await api.parties.$post({ json: { code, ...json, ...(behind && { state: behind }) } });
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
        party ? t("parties.changeOne", { name: nameOf(party.code, party.names) }) : t("parties.add")
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
            data={kinds.map((value) => ({ value, label: t(`parties.${value}`) }))}
            allowDeselect={false}
          />
          {isBody(kind) && (
            <Select
              label={t("parties.behind")}
              description={t("parties.behindHint")}
              value={state}
              onChange={setState}
              data={all
                .filter((one) => one.kind === "state")
                .map((one) => ({ value: one.code, label: nameOf(one.code, one.names) }))}
              searchable
              required
            />
          )}
          <NumberInput
            label={t("parties.order")}
            description={t("parties.orderHint")}
            value={order ?? ""}
            onChange={(value) => setOrder(value === "" ? undefined : Number(value))}
            min={0}
          />
          <MembershipsFields kind={kind} value={belongs} onChange={setBelongs} />
          <WordedFields label={t("parties.name")} value={names} onChange={setNames} required />
          <FormsFields kind={kind} names={names} forms={forms} onChange={setForms} />
          <ErrorAlert error={keep.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {t("keep")}
            </Button>
          </Group>
        </Stack>
      </form>
      <Stack mt="md">
        {party && !isBody(party.kind) && <PartyEnd party={party} close={close} />}
        {events.data && <EventList events={events.data} />}
      </Stack>
    </Modal>
  );
}
