import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clockIn } from "#src/text/clock.ts";
import { api } from "../../api/client.ts";
import type { DeskEntry } from "../../api/contract.d.ts";
import { channels, deskKinds, sentKinds } from "../../api/desk-kinds.ts";
import { useKeep } from "../../api/keep.ts";
import { serviceQuery } from "../../api/service.ts";
import { useParties } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { textLanguages } from "../../words/names.ts";
import { AgreementField } from "./agreement-field.tsx";

type Values = Record<"kind" | "party" | "channel" | "subject" | "senderNumber" | "dated", string> &
  Record<"on" | "time" | "reason" | "direction", string> & {
    agreement: string;
    languages: string[];
    scanAhead: boolean;
  };

type Props = {
  close: () => void;
  /** The entry to correct; none for a new one. */
  entry?: DeskEntry;
  /** The received paper that a new outgoing one answers. */
  answers?: DeskEntry;
};

/** A dialog that registers a paper under the next number, or corrects an entry. */
export default function PaperWindow(props: Props) {
  const { t } = useTranslation("desk");
  const { data: service } = useQuery(serviceQuery);
  const small = useMediaQuery("(max-width: 36em)");
  return (
    <Modal
      opened
      onClose={props.close}
      size="lg"
      fullScreen={small ?? false}
      title={t(props.entry ? "correct" : "register")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {service && <PaperForm {...props} zone={props.entry?.zone ?? service.zone} />}
    </Modal>
  );
}

function firstValues({ entry, answers }: Props, zone: string): Values {
  const { day, time } = clockIn(new Date().toISOString(), zone);
  return {
    direction: entry?.direction ?? (answers ? "out" : "in"),
    kind: entry?.kind ?? "note-verbale",
    party: entry?.party ?? answers?.party ?? "",
    agreement: entry?.agreement?.id ?? answers?.agreement?.id ?? "",
    channel: entry?.channel ?? "by-hand",
    subject: entry?.subject ?? "",
    senderNumber: entry?.senderNumber ?? "",
    dated: entry?.dated ?? "",
    on: entry?.on ?? day,
    time: entry?.time ?? time.slice(0, 5),
    languages: entry?.languages ?? ["en"],
    scanAhead: entry?.scanAhead ?? false,
    reason: "",
  };
}

function PaperForm({ zone, ...props }: Props & { zone: string }) {
  const { t } = useTranslation("desk");
  const { languageName } = useFormat();
  const { all, nameOf } = useParties();
  const navigate = useNavigate();
  const { entry, answers, close } = props;
  const [values, setValues] = useState<Values>(() => firstValues(props, zone));
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const isOut = values.direction === "out";
  const keep = useKeep(
    async () => {
      const paper = bodyOf(values, entry?.answers?.id ?? answers?.id ?? null);
      if (!entry) {
        const direction = isOut ? ("out" as const) : ("in" as const);
        return (await api.correspondence.$post({ json: { direction, ...paper } })).json();
      }
      const json = { ...paper, reason: values.reason };
      await api.correspondence[":id"].corrections.$post({ param: { id: entry.id }, json });
      return null;
    },
    {
      keys: ["desk"],
      onSuccess: (made) => {
        close();
        if (made) navigate({ to: "/desk/$id", params: { id: made.id } });
      },
    },
  );
  const field = (name: "subject" | "senderNumber" | "dated" | "on" | "time", type = "text") => (
    <TextInput
      label={t(`field.${name}`)}
      type={type}
      value={values[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      required={name !== "senderNumber" && name !== "dated"}
      {...(type === "text" && { dir: "auto" })}
    />
  );
  const choice = (name: "direction" | "kind" | "channel", options: readonly string[]) => (
    <Select
      label={t(`field.${name}`)}
      value={values[name]}
      onChange={(value) => value && set({ [name]: value })}
      data={options.map((value) => ({
        value,
        label: t(`${name}.${value}` as "kind.notice"),
      }))}
      allowDeselect={false}
      required
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(undefined);
      }}
    >
      <Stack>
        {!entry && !answers && choice("direction", ["in", "out"])}
        {choice("kind", isOut ? sentKinds : deskKinds)}
        <Select
          label={t("field.party")}
          value={values.party || null}
          onChange={(party) => set({ party: party ?? "" })}
          data={all.map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
          searchable
          required
        />
        <AgreementField
          value={values.agreement}
          known={entry?.agreement ?? answers?.agreement ?? null}
          set={(agreement) => set({ agreement })}
        />
        {field("subject")}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {field("senderNumber")}
          {field("dated", "date")}
        </SimpleGrid>
        {choice("channel", channels)}
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <legend>{t(`field.stamp-${isOut ? "out" : "in"}`)}</legend>
          <SimpleGrid cols={2}>
            {field("on", "date")}
            {field("time", "time")}
          </SimpleGrid>
          <p style={{ margin: 0, fontSize: "var(--mantine-font-size-sm)" }}>
            {t("hint.stamp", { zone })}
          </p>
        </fieldset>
        <MultiSelect
          label={t("field.languages")}
          value={values.languages}
          onChange={(languages) => set({ languages })}
          data={textLanguages.map((value) => ({ value, label: languageName(value) }))}
          searchable
          required
        />
        {!isOut && (
          <Checkbox
            label={t("field.scanAhead")}
            checked={values.scanAhead}
            onChange={({ currentTarget }) => set({ scanAhead: currentTarget.checked })}
          />
        )}
        {entry && (
          <Textarea
            label={t("field.reason")}
            description={t("hint.reason")}
            value={values.reason}
            onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
            autosize
            minRows={2}
            required
            dir="auto"
          />
        )}
        <ErrorAlert error={keep.error} />
        <Group justify="end">
          <Button variant="default" onClick={close}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {t(entry ? "keep" : "register")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function bodyOf(values: Values, answers: string | null) {
  const { agreement, senderNumber, dated, direction } = values;
  return {
    kind:
      (direction === "out" ? sentKinds : deskKinds).find((one) => one === values.kind) ??
      ("note-verbale" as const),
    party: values.party,
    agreement: agreement || null,
    channel: channels.find((one) => one === values.channel) ?? ("by-hand" as const),
    subject: values.subject,
    senderNumber: senderNumber.trim() || null,
    dated: dated || null,
    on: values.on,
    time: values.time.slice(0, 5),
    languages: values.languages,
    scanAhead: direction === "in" && values.scanAhead,
    answers,
  };
}
