import { Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeptText } from "../../shell/kept-text.ts";
import { Sorry } from "../../shell/sorry.tsx";
import { useRemark } from "./threads.ts";

type Audience = "shared" | "own-party";

/** A new remark on an article: for all, or within the own delegation. */
export function NewRemark(given: { id: string; language: string; article: number }) {
  const { t } = useTranslation("representative");
  const { id, language, article } = given;
  const [body, setBody, clear] = useKeptText(`remark:${id}:${article}`);
  const [audience, setAudience] = useState<Audience>("own-party");
  const write = useRemark(id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ language, article, audience, body }, { onSuccess: clear });
      }}
    >
      <Stack gap="xs">
        <Words label={t("newRemark")} value={body} onChange={setBody} />
        <Radio.Group
          label={t("audience.who")}
          value={audience}
          onChange={(value) => setAudience(value as Audience)}
          size="sm"
        >
          <Group gap="md" mt={4}>
            <Radio value="own-party" label={t("audience.own-party")} />
            <Radio value="shared" label={t("audience.shared")} />
          </Group>
        </Radio.Group>
        <Sorry error={write.error} />
        <Group>
          <Button type="submit" size="sm" loading={write.isPending} disabled={body.trim() === ""}>
            {t("send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** An answer within a thread. */
export function Reply({ id, thread, leave }: { id: string; thread: string; leave: () => void }) {
  const { t } = useTranslation("representative");
  const [body, setBody, clear] = useKeptText(`reply:${thread}`);
  const write = useRemark(id, `/${thread}/replies`);
  const written = () => {
    clear();
    leave();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ body }, { onSuccess: written });
      }}
    >
      <Stack gap="xs">
        <Words label={t("yourAnswer")} value={body} onChange={setBody} />
        <Sorry error={write.error} />
        <Group gap="xs">
          <Button type="submit" size="sm" loading={write.isPending} disabled={body.trim() === ""}>
            {t("send")}
          </Button>
          <Button size="sm" variant="default" onClick={leave}>
            {t("leave")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type WordsGiven = { label: string; value: string; onChange: (words: string) => void };

function Words({ label, value, onChange }: WordsGiven) {
  return (
    <Textarea
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      autosize
      minRows={2}
      maxLength={4000}
      dir="auto"
    />
  );
}
