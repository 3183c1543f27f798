import { Anchor, Button, Group, Select } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import { checksQuery } from "../../checks/checks-query.ts";
import { useFormat } from "../../words/format.ts";
import { liveThreadsQuery } from "./queries.ts";
import type { ReviewProps } from "./review-props.ts";
import { type Panel, panels } from "./use-view.ts";

/** Two controls per row on a phone. */
const half = { base: "calc(50% - 6px)", xs: 155 };

/** Chooses languages, versions and the side panel. */
export function Toolbar({ agreement, view, look }: ReviewProps) {
  const { t } = useTranslation("review");
  const { languageName, number } = useFormat();
  const { id, languages, textVersion } = agreement;
  const { language, beside, from, to, panel } = view;
  const threads = useQuery(liveThreadsQuery(id)).data ?? [];
  const checks = (useQuery(checksQuery(id)).data?.warnings ?? []).filter(({ open }) => open);
  const counts: Partial<Record<Panel, number>> = {
    comments: threads.filter(({ resolved }) => !resolved).length,
    checks: checks.length,
  };
  const named = languages.map((tag) => ({ value: tag, label: languageName(tag) }));
  const versions = Array.from({ length: textVersion }, (_, index) => String(textVersion - index));
  const versioned = versions.map((one) => ({
    value: one,
    label: t("version", { version: number(Number(one)) }),
  }));
  const pdf = `/agreements/${id}/comparison?from=${from}&to=${to}&language=${language}&as=pdf`;
  return (
    <Group align="end" gap="sm">
      <Select
        label={t("language")}
        w={half}
        allowDeselect={false}
        value={language}
        data={named}
        onChange={(next) =>
          next && look({ language: next, ...(next === beside && { beside: null }) })
        }
      />
      {languages.length > 1 && (
        <Select
          label={t("beside")}
          w={half}
          value={beside ?? ""}
          data={[{ value: "", label: t("noLanguage") }].concat(
            named.filter(({ value }) => value !== language),
          )}
          allowDeselect={false}
          onChange={(next) => look({ beside: next || null })}
        />
      )}
      <Select
        label={t("shown")}
        w={half}
        allowDeselect={false}
        value={String(to)}
        data={versioned}
        onChange={(next) => look({ to: Number(next) })}
      />
      {textVersion > 1 && (
        <Select
          label={t("compareWith")}
          w={half}
          allowDeselect={false}
          value={from === null ? "" : String(from)}
          data={[{ value: "", label: t("noComparison") }].concat(
            versioned.filter(({ value }) => value !== String(to)),
          )}
          onChange={(next) => look({ from: next ? Number(next) : null })}
        />
      )}
      {from !== null && (
        <Anchor href={address(pdf)} download size="sm" pb={8}>
          <IconDownload size={16} aria-hidden style={{ verticalAlign: "-3px" }} />{" "}
          {t("comparisonPdf")}
        </Anchor>
      )}
      <Group ms="auto" gap={4} role="group" aria-label={t("panels")}>
        {panels.map((one) => (
          <Button
            key={one}
            size="xs"
            variant={one === panel ? "light" : "subtle"}
            aria-pressed={one === panel}
            onClick={() => look({ panel: one })}
          >
            {counts[one] === undefined
              ? t(`panel.${one}`)
              : t("counted", { name: t(`panel.${one}`), number: number(counts[one]) })}
          </Button>
        ))}
      </Group>
    </Group>
  );
}
