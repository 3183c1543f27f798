import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { Foretold } from "../../acts/foretold.tsx";
import { useAct } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useKeptText } from "../../shell/kept-text.ts";
import { useFormat } from "../../words/format.ts";
import { ownParty, type PartyAnswer } from "./asked.ts";

type Props = { answer: PartyAnswer; agreement: Agreement; party: string; leave: () => void };

/** The form for a party's answer to a text: what it means, a reason if one is needed, and what follows. */
export default function AnswerForm({ answer, ...given }: Props) {
  return answer === "approve" || answer === "initial" ? (
    <OfThisText act={answer} {...given} />
  ) : (
    <WithReason act={answer} {...given} />
  );
}

type Rest = Omit<Props, "answer">;

/** Approves or initials exactly the text on the screen: its digest is sent. */
function OfThisText({ act, agreement, party, leave }: Rest & { act: "approve" | "initial" }) {
  const { t } = useTranslation("representative");
  const { party: nameOf, list, languageName } = useFormat();
  const approve = useAct(agreement, "approvals");
  const initial = useAct(agreement, "initials");
  const send = act === "approve" ? approve : initial;
  const { digest, textVersion, languages } = agreement;
  return (
    <Stack gap="sm">
      <Text>
        {t(`means.${act}`, {
          party: nameOf(party, ownParty(agreement, party)?.names),
          version: textVersion,
          languages: list(languages.map(languageName)),
        })}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {t("digest")} <bdi dir="ltr">{digest}</bdi>
      </Text>
      <ErrorAlert error={send.error} />
      <Group gap="sm">
        <Button
          loading={send.isPending}
          onClick={() =>
            send.mutate(
              { digest },
              {
                onSuccess: () => {
                  notifications.show({ message: t(`done.${act}`) });
                  leave();
                },
              },
            )
          }
        >
          {t(`go.${act}`)}
        </Button>
        <Button variant="default" onClick={leave}>
          {t("leave")}
        </Button>
      </Group>
    </Stack>
  );
}

/** An authentic text is opened again only by all, unless two negotiated; a party that declines ends its signing only. */
function leadsTo(act: "request-changes" | "decline", { stage, parties }: Agreement) {
  if (/^(draft|review)/.test(stage)) return act;
  if (act === "decline") return "declineSigning";
  return parties.filter(({ entitled }) => !entitled).length > 2 ? "reopen" : act;
}

function WithReason({ act, agreement, leave }: Rest & { act: "request-changes" | "decline" }) {
  const { t } = useTranslation("representative");
  const [reason, setReason, clear] = useKeptText(`${act}:${agreement.id}`);
  const ask = useAct(agreement, "change-requests");
  const decline = useAct(agreement, "declinations");
  const send = act === "decline" ? decline : ask;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(
          { reason },
          {
            onSuccess: () => {
              clear();
              notifications.show({ message: t(`done.${act}`) });
              leave();
            },
          },
        );
      }}
    >
      <Stack gap="sm">
        <Text>{t(`leads.${leadsTo(act, agreement)}`)}</Text>
        <Textarea
          label={t(`reason.${act}`)}
          description={t("reason.seen")}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          autosize
          minRows={3}
          maxLength={4000}
          required
          dir="auto"
        />
        {act === "decline" && (
          <Foretold agreement={agreement} resource="declinations" body={{ reason }} />
        )}
        <ErrorAlert error={send.error} />
        <Group gap="sm">
          <Button type="submit" loading={send.isPending} disabled={reason.trim() === ""}>
            {t(`go.${act}`)}
          </Button>
          <Button variant="default" onClick={leave}>
            {t("leave")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
