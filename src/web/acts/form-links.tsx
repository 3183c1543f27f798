import { Anchor, List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { findKey } from "#src/text/languages.ts";
import type { Agreement } from "../api/agreement.ts";
import { address } from "../api/client.ts";
import { formsQuery } from "../api/forms.ts";
import { useFormat } from "../words/format.ts";
import { type Act, text, type Values } from "./form.ts";

type Props = { agreement: Agreement; act: Act; values: Values };

/** The forms of the papers by which a party takes the act, filled for printing. Nothing without a party or a form. */
export function FormLinks({ agreement, act, values }: Props) {
  const { t } = useTranslation("agreement");
  const { language, languageName, list } = useFormat();
  const { data = [] } = useQuery(formsQuery);
  const party = text(values, "party");
  const own = data.filter((form) => form.by === "party" && form.act === act);
  if (party === "" || own.length === 0) return null;
  const written = (tag: string, { languages }: (typeof own)[number]) =>
    findKey(tag, (key) => languages.includes(key)) !== undefined;
  const missing = agreement.languages.filter((tag) => !own.every((form) => written(tag, form)));
  const reservation = text(values, "reservation");
  return (
    <div>
      <Text size="sm">{t("formOfAct")}</Text>
      <List size="sm">
        {own.map(({ name, title, languages }) => {
          const query = new URLSearchParams({
            language: languages.includes(language) ? language : "en",
            party,
            as: "pdf",
            ...(reservation && { reservation }),
          });
          const path = `/agreements/${agreement.id}/forms/${name}?${query}`;
          return (
            <List.Item key={name}>
              <Anchor href={address(path)} download={`${name}.pdf`}>
                {title[language] ?? title.en}
              </Anchor>
            </List.Item>
          );
        })}
      </List>
      {missing.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("formOnlyIn", {
            missing: list(missing.map(languageName)),
            language: languageName(
              own.every(({ languages }) => languages.includes(language)) ? language : "en",
            ),
          })}
        </Text>
      )}
    </div>
  );
}
