import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../api/contract.d.ts";
import type verifyWords from "../../words/en/verify.json";
import { useFormat } from "../../words/format.ts";
import { useFieldName } from "./field-name.ts";

type Props = {
  findings: readonly Pick<Verdict["findings"][number], "code" | "about">[];
  /** The catalogue of the words: findings against the file, or warnings. */
  words: "finding" | "warning";
};

/** The findings about a file, most serious first. One sentence for all signatures with the same finding. */
export function FindingList({ findings, words }: Props) {
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
            {words === "finding"
              ? t(`finding.${code as keyof (typeof verifyWords)["finding"]}`)
              : t(`warning.${code as keyof (typeof verifyWords)["warning"]}`)}
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
