import { Button, Checkbox, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { receivedAbout } from "../api/desk.ts";
import { useKeep } from "../api/keep.ts";
import { useSession } from "../api/session.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { useFormat } from "../words/format.ts";

const steps = ["ministry", "cabinet", "parliament", "head-of-state", "gazette"] as const;

type Props = {
  agreement: string;
  parties: { code: string; names: Record<string, string> }[];
  close: () => void;
};

/** A dialog that reports a step: by the party's focal point, or by the office from a paper of the party. */
export default function ReportWindow({ agreement, parties, close }: Props) {
  const { t } = useTranslation("procedure");
  const { party: nameOf, line } = useFormat();
  const own = useSession()?.party ?? null;
  const [party, setParty] = useState<string | null>(own);
  const [step, setStep] = useState<(typeof steps)[number]>("ministry");
  const [on, setOn] = useState("");
  const [expectedOn, setExpectedOn] = useState("");
  const [note, setNote] = useState("");
  const [isPublic, setPublic] = useState(false);
  const [paper, setPaper] = useState<string | null>(null);
  const received = useQuery({ ...receivedAbout(agreement), enabled: own === null });
  const papers = (received.data ?? []).filter((one) => one.party === party);
  const keep = useKeep(
    async () => {
      await api.agreements[":id"].procedures.$post({
        param: { id: agreement },
        json: {
          ...(own === null && { party: party ?? "" }),
          step,
          ...(on && { on }),
          ...(expectedOn && { expectedOn }),
          ...(note && { note }),
          public: isPublic,
          ...(own === null && { correspondence: paper ?? "" }),
        },
      });
    },
    { keys: ["procedures"], onSuccess: close },
  );
  return (
    <Modal
      opened
      onClose={close}
      title={t("report")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate(undefined);
        }}
      >
        <Stack>
          {own === null && (
            <>
              <Select
                label={t("party")}
                value={party}
                onChange={setParty}
                data={parties.map(({ code, names }) => ({
                  value: code,
                  label: nameOf(code, names),
                }))}
                searchable
                required
              />
              <Select
                label={t("paper")}
                description={t("paperHint")}
                value={paper}
                onChange={setPaper}
                data={papers.map((one) => ({
                  value: one.id,
                  label: line(one.reference, one.subject),
                }))}
                required
              />
            </>
          )}
          <Select
            label={t("which")}
            value={step}
            onChange={(chosen) => {
              const found = steps.find((one) => one === chosen);
              if (found) setStep(found);
            }}
            data={steps.map((value) => ({ value, label: t(`step.${value}`) }))}
            allowDeselect={false}
          />
          <TextInput
            label={t("on")}
            type="date"
            value={on}
            onChange={({ currentTarget }) => setOn(currentTarget.value)}
          />
          <TextInput
            label={t("expected")}
            type="date"
            value={expectedOn}
            onChange={({ currentTarget }) => setExpectedOn(currentTarget.value)}
          />
          <Textarea
            label={t("note")}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            autosize
            minRows={2}
            dir="auto"
          />
          <Checkbox
            label={t("makePublic")}
            checked={isPublic}
            onChange={({ currentTarget }) => setPublic(currentTarget.checked)}
          />
          <ErrorAlert error={keep.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={keep.isPending}>
              {t("report")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
