import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { AgreementInList } from "../api/contract.d.ts";
import { StageBadge } from "../shell/stage-badge.tsx";
import { useFormat } from "../words/format.ts";
import { useNames } from "../words/names.ts";
import classes from "./archive.module.css";
import { Marked } from "./marked.tsx";

type Given = {
  item: AgreementInList;
  index: number;
  /** How far below the list's beginning, in pixels. */
  from: number;
  measure: (element: Element | null) => void;
};

/** One agreement of the list; rows that only move are not drawn anew. */
export const ResultRow = memo(function ResultRow({ item, index, from, measure }: Given) {
  const { t } = useTranslation("archive");
  const { worded, day, number, party, languageName } = useFormat();
  const { area } = useNames();
  const parties = item.parties.slice(0, 4).map((code) => party(code));
  const rest = item.parties.length - parties.length;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ transform: `translateY(${from}px)` }}
    >
      <Text component="td" size="sm" ff="monospace">
        <bdi>{item.reference}</bdi>
      </Text>
      <td className={classes.title}>
        <Anchor
          className={classes.link}
          fw={600}
          underline="hover"
          renderRoot={(props) => (
            <Link to="/agreements/$id/record" params={{ id: item.id }} preload={false} {...props} />
          )}
        >
          <bdi>{worded(item.title)}</bdi>
        </Anchor>
        <Text size="xs" c="dimmed">
          {[...item.languages.map(languageName), ...item.areas.map(area)].join(" · ")}
        </Text>
        {item.found && <Marked {...item.found} />}
      </td>
      <Text component="td" size="sm">
        <span className={classes.label}>{t("parties")}</span>
        {parties.join(", ")}
        {rest > 0 && ` ${t("others", { count: rest, shown: number(rest) })}`}
      </Text>
      <td>
        <StageBadge stage={item.stage} />
      </td>
      <Text component="td" size="sm">
        <span className={classes.label}>{t("begun")}</span>
        {day(item.createdAt)}
        {item.publishedAt && (
          <Text size="xs" c="dimmed">
            {t("published")}: {day(item.publishedAt)}
          </Text>
        )}
      </Text>
    </tr>
  );
});
