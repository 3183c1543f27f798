import {
  Button,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { peopleQuery } from "../../api/people.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";

const authorised = ["negotiate", "adopt", "authenticate", "sign"] as const;
type Act = (typeof authorised)[number];

/** A dialog that lodges general full powers of a party's representative. */
export default function LodgeWindow({ close }: { close: () => void }) {
  const { t } = useTranslation("secretariat");
  const { worded, line } = useFormat();
  const partyName = usePartyName();
  const { data: people = [] } = useQuery(peopleQuery);
  const [person, setPerson] = useState<string | null>(null);
  const [acts, setActs] = useState<Act[]>(["sign"]);
  const [form, setForm] = useState<"original" | "copy">("original");
  const [words, setWords] = useState<Record<string, string>>({});
  const holders = people.filter(({ roles, party }) => roles.includes("representative") && party);
  const holder = holders.find(({ id }) => id === person);
  const keep = useKeep(
    async () => {
      const { issuedBy = "", signedBy = "", place = "", issuedOn = "" } = words;
      const { validUntil, restrictions } = words;
      await api["general-powers"].$post({
        json: {
          party: holder?.party ?? "",
          person: person ?? "",
          acts,
          issuedBy,
          signedBy,
          place,
          issuedOn,
          ...(validUntil && { validUntil }),
          ...(restrictions && { restrictions }),
          form,
        },
      });
    },
    { keys: ["general-powers"], onSuccess: close },
  );
  const field = (name: string, type: "text" | "date" = "text", required = true) => (
    <TextInput
      label={t(`credentials.${name}` as "credentials.issuedBy")}
      type={type}
      value={words[name] ?? ""}
      onChange={({ currentTarget }) => setWords({ ...words, [name]: currentTarget.value })}
      required={required}
    />
  );
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t("credentials.lodge")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(undefined);
        }}
      >
        <Stack>
          <Select
            label={t("credentials.holderOf")}
            value={person}
            onChange={setPerson}
            data={holders.map(({ id, names, party }) => ({
              value: id,
              label: line(worded(names), partyName(party ?? "")),
            }))}
            searchable
            required
          />
          <MultiSelect
            label={t("credentials.acts")}
            value={acts}
            onChange={(chosen) => setActs(authorised.filter((act) => chosen.includes(act)))}
            data={authorised.map((act) => ({ value: act, label: t(`credentials.act.${act}`) }))}
            required
          />
          {field("issuedBy")}
          {field("signedBy")}
          {field("place")}
          {field("issuedOn", "date")}
          {field("validUntil", "date", false)}
          <Textarea
            label={t("credentials.restrictions")}
            value={words.restrictions ?? ""}
            onChange={({ currentTarget }) =>
              setWords({ ...words, restrictions: currentTarget.value })
            }
            autosize
          />
          <Select
            label={t("credentials.form")}
            value={form}
            onChange={(value) => value && setForm(value as "original" | "copy")}
            data={(["original", "copy"] as const).map((value) => ({
              value,
              label: t(`credentials.forms.${value}`),
            }))}
            allowDeselect={false}
          />
          <ErrorAlert error={keep.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {t("credentials.lodge")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
