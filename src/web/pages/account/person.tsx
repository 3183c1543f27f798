import { NativeSelect, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import type { Session } from "../../api/session.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { chooseLanguage, type Language, languages } from "../../words/words.ts";
import { Section } from "./section.tsx";

/** The person as the secretariat has them on record, and the language they read. */
export function Person({ session }: { session: Session }) {
  const { t, i18n } = useTranslation("account");
  const { worded, line, list } = useFormat();
  const party = usePartyName();
  const { role } = useNames();
  const queries = useQueryClient();
  const choose = useKeep(
    async (language: Language) => {
      await api.session.$patch({ json: { language } });
      await chooseLanguage(language);
    },
    { keys: ["session"], onSuccess: () => queries.invalidateQueries() },
  );
  const title = worded(session.titles);
  const roles = list(session.roles.map(role));
  return (
    <Section title={line(worded(session.names))} text={t("person.why")}>
      <div>
        {title && <Text>{title}</Text>}
        <Text>
          {session.party ? t("person.acts", { roles, party: party(session.party) }) : roles}
        </Text>
        <Text c="dimmed">
          <bdi dir="ltr">{session.email}</bdi>
        </Text>
      </div>
      <NativeSelect
        label={t("person.language")}
        description={t("person.languageWhy")}
        value={i18n.language}
        onChange={({ currentTarget }) => choose.mutate(currentTarget.value as Language)}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        maw={320}
      />
      <ErrorAlert error={choose.error} />
    </Section>
  );
}
