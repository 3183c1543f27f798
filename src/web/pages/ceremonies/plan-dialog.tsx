import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import type { Held } from "../../api/contract.d.ts";
import { useParties } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";
import { ZoneSelect } from "../../shell/zone-select.tsx";
import { useFormat } from "../../words/format.ts";
import { directionOf, languages as ours } from "../../words/words.ts";

type Plan = {
  title: Record<string, string>;
  place: Record<string, string>;
  date: string;
  time: string;
  zone: string;
  host: string;
  languages: string[];
};

/** The IANA name of the device's time zone. */
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The form that plans a ceremony: when, where, and the languages of its procès-verbal. */
export default function PlanDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(["ceremonies", "shell"]);
  const { languageName, language } = useFormat();
  const { all, nameOf } = useParties();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [kept, keep, clear] = useKeptText("ceremony");
  const key = useRef(crypto.randomUUID());
  const [first] = useState<Plan>(() => ({
    title: {},
    place: {},
    date: "",
    time: "10:00",
    zone: here,
    host: "",
    languages: [language],
  }));
  const plan: Plan = kept === "" ? first : (JSON.parse(kept) as Plan);
  const set = (change: Partial<Plan>) => keep(JSON.stringify({ ...plan, ...change }));
  const send = useMutation({
    mutationFn: async () => {
      const { host, ...rest } = plan;
      const chosen = (words: Record<string, string>) =>
        Object.fromEntries(plan.languages.map((tag) => [tag, words[tag] ?? ""]));
      const body = { ...rest, title: chosen(plan.title), place: chosen(plan.place) };
      const answer = await call("/ceremonies", {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": key.current },
        body: JSON.stringify({ ...body, ...(host && { host }) }),
      });
      return (await answer.json()) as Held;
    },
    onError: () => {
      key.current = crypto.randomUUID();
    },
    onSuccess: async ({ id }) => {
      clear();
      await queries.invalidateQueries({ queryKey: ["ceremonies"] });
      await navigate({ to: "/ceremonies/$id", params: { id } });
    },
  });
  const line = (part: "title" | "place", tag: string) => (
    <TextInput
      key={`${part}-${tag}`}
      label={t(`${part}In`, { language: languageName(tag) })}
      required
      lang={tag}
      dir={directionOf(tag)}
      value={plan[part][tag] ?? ""}
      onChange={({ currentTarget: { value } }) => set({ [part]: { ...plan[part], [tag]: value } })}
    />
  );
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t("plan")}
      closeButtonProps={{ "aria-label": t("shell:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack>
          <MultiSelect
            label={t("languages")}
            description={t("languagesHint")}
            required
            data={Object.keys(ours).map((tag) => ({ value: tag, label: languageName(tag) }))}
            value={plan.languages}
            onChange={(languages) => set({ languages })}
          />
          {plan.languages.map((tag) => line("title", tag))}
          {plan.languages.map((tag) => line("place", tag))}
          <Group grow>
            <TextInput
              type="date"
              label={t("date")}
              required
              value={plan.date}
              onChange={({ currentTarget }) => set({ date: currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t("time")}
              required
              value={plan.time}
              onChange={({ currentTarget }) => set({ time: currentTarget.value })}
            />
          </Group>
          <ZoneSelect
            label={t("zone")}
            required
            value={plan.zone}
            likely={here}
            onChange={(zone) => set({ zone })}
          />
          <Select
            label={t("host")}
            description={t("hostHint")}
            searchable
            clearable
            data={all.map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
            value={plan.host || null}
            onChange={(host) => set({ host: host ?? "" })}
          />
          <ErrorAlert error={send.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("shell:cancel")}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t("planGo")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
