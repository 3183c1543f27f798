import { Button, FileButton, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { clockIn } from "#src/text/clock.ts";
import { api, call } from "../../api/client.ts";
import type { DeskEntry } from "../../api/contract.d.ts";
import { deskQuery } from "../../api/desk.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";

const PaperWindow = lazy(() => import("./paper-window.tsx"));

type Open = "acknowledge" | "return" | "original" | null;

/** What the office may do with an entry now. */
export function EntryActs({ entry }: { entry: DeskEntry }) {
  const { t } = useTranslation("desk");
  const [open, setOpen] = useState<Open>(null);
  const [answering, setAnswering] = useState(false);
  const { id, state, direction, scanAhead, originalReceivedAt, agreement, history } = entry;
  const isReceived = direction === "in" && state !== "returned";
  const attach = useKeep(
    async (file: File) => {
      const headers = { "Content-Type": file.type };
      await call(`/correspondence/${id}/scans`, { method: "POST", body: file, headers });
    },
    { keys: ["desk"] },
  );
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {isReceived && !history.some(({ act }) => act === "acknowledged") && (
          <Button onClick={() => setOpen("acknowledge")}>{t("act.acknowledge")}</Button>
        )}
        {isReceived && scanAhead && !originalReceivedAt && (
          <Button variant="default" onClick={() => setOpen("original")}>
            {t("act.original")}
          </Button>
        )}
        <FileButton
          accept="application/pdf,image/png,image/jpeg"
          onChange={(file) => file && attach.mutate(file)}
        >
          {(props) => (
            <Button variant="default" loading={attach.isPending} {...props}>
              {t("act.scan")}
            </Button>
          )}
        </FileButton>
        {isReceived && agreement && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/agreements/$id" params={{ id: agreement.id }} {...props} />
            )}
          >
            {t("act.record")}
          </Button>
        )}
        {direction === "in" && (
          <Button variant="default" onClick={() => setAnswering(true)}>
            {t("act.reply")}
          </Button>
        )}
        {isReceived && state !== "recorded" && (
          <Button color="red.9" onClick={() => setOpen("return")}>
            {t("act.return")}
          </Button>
        )}
      </Group>
      <ErrorAlert error={attach.error} />
      {open === "original" && <OriginalForm entry={entry} close={() => setOpen(null)} />}
      {(open === "acknowledge" || open === "return") && (
        <AnswerForm entry={entry} act={open} close={() => setOpen(null)} />
      )}
      {answering && (
        <Suspense>
          <PaperWindow answers={entry} close={() => setAnswering(false)} />
        </Suspense>
      )}
    </Stack>
  );
}

type Props = { entry: DeskEntry; close: () => void };

/** Acknowledges or returns a paper, by an outgoing note if there is one. */
function AnswerForm({ entry, act, close }: Props & { act: "acknowledge" | "return" }) {
  const { t } = useTranslation("desk");
  const { line } = useFormat();
  const { id, party } = entry;
  const [reason, setReason] = useState("");
  const [note, setNote] = useState<string | null>(entry.answeredBy[0]?.id ?? null);
  const sent = useInfiniteQuery(deskQuery({ direction: "out", party }));
  const notes = sent.data?.pages.flatMap(({ items }) => items) ?? [];
  const keep = useKeep(
    async () => {
      const named = note ? { note } : {};
      const param = { id };
      const entries = api.correspondence[":id"];
      if (act === "return") await entries.returns.$post({ param, json: { reason, ...named } });
      else await entries.acknowledgements.$post({ param, json: named });
    },
    { keys: ["desk"], onSuccess: close },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(undefined);
      }}
    >
      <Stack>
        {act === "return" && (
          <Textarea
            label={t("field.reason")}
            description={t("hint.returned")}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            autosize
            minRows={2}
            required
            dir="auto"
          />
        )}
        <Select
          label={t("field.note")}
          description={t("hint.note")}
          value={note}
          onChange={setNote}
          clearable
          data={notes.map((one) => ({ value: one.id, label: line(one.reference, one.subject) }))}
        />
        <ErrorAlert error={keep.error} />
        <Group>
          <Button
            type="submit"
            loading={keep.isPending}
            {...(act === "return" && { color: "red.9" })}
          >
            {t(`act.${act}`)}
          </Button>
          <Button variant="default" onClick={close}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The stamp of the original that followed a scan. */
function OriginalForm({ entry: { id, zone }, close }: Props) {
  const { t } = useTranslation("desk");
  const now = clockIn(new Date().toISOString(), zone);
  const [on, setOn] = useState(now.day);
  const [time, setTime] = useState(now.time.slice(0, 5));
  const keep = useKeep(
    async () => {
      const json = { on, time: time.slice(0, 5) };
      await api.correspondence[":id"].originals.$post({ param: { id }, json });
    },
    { keys: ["desk"], onSuccess: close },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(undefined);
      }}
    >
      <Stack>
        <Group align="end">
          <TextInput
            label={t("field.on")}
            type="date"
            value={on}
            onChange={({ currentTarget }) => setOn(currentTarget.value)}
            required
          />
          <TextInput
            label={t("field.time")}
            type="time"
            value={time}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
            required
          />
        </Group>
        <Text size="sm">{t("hint.stamp", { zone })}</Text>
        <ErrorAlert error={keep.error} />
        <Group>
          <Button type="submit" loading={keep.isPending}>
            {t("act.original")}
          </Button>
          <Button variant="default" onClick={close}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
