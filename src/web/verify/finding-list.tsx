import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../api/contract.d.ts";
import type words from "../words/en/verify.json";
import { useFormat } from "../words/format.ts";
import { useFieldName } from "./field-name.ts";

/** What speaks against the file, gravest first; one sentence for all the signatures that it is true of. */
export function FindingList({ findings }: { findings: Verdict["findings"] }) {
  const { t } = useTranslation("verify");
  const { list } = useFormat();
  const fieldName = useFieldName();
  const codes = [...new Set(findings.map(({ code }) => code))];
  const named = (about: string) => {
    const [, field] = about.match(/^"(.+)"$/) ?? [];
    return field ? fieldName(field) : about;
  };
  return (
    <List spacing={6}>
      {codes.map((code) => {
        const about = findings.filter((one) => one.code === code && one.about !== "");
        return (
          <List.Item key={code}>
            {t(`finding.${code as keyof (typeof words)["finding"]}`)}
            {about.length > 0 && (
              <Text size="sm" c="dimmed">
                <bdi>{list(about.map((one) => named(one.about)))}</bdi>
              </Text>
            )}
          </List.Item>
        );
      })}
    </List>
  );
}
