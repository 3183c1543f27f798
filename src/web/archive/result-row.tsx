import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, memo } from "react";
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

/**
 * One agreement of the list. Rows come and go by the hundred while somebody scrolls: they are plain elements,
 * and one that only moves is not drawn anew.
 */
export const ResultRow = memo(function ResultRow({ item, index, from, measure }: Given) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ transform: `translateY(${from}px)` }}
    >
      <Cells item={item} />
    </tr>
  );
});

const Cells = memo(function Cells({ item }: { item: AgreementInList }) {
  const { t } = useTranslation("archive");
  const { worded, day, number, party, languageName } = useFormat();
  const { area } = useNames();
  const navigate = useNavigate();
  const parties = item.parties.slice(0, 4).map((code) => party(code));
  const rest = item.parties.length - parties.length;
  const go = (event: MouseEvent) => {
    // Another tab is the browser's affair.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate({ to: "/agreements/$id/record", params: { id: item.id } });
  };
  return (
    <>
      <td className={classes.reference}>
        <bdi>{item.reference}</bdi>
      </td>
      <td className={classes.title}>
        <a className={classes.link} href={`/agreements/${item.id}/record`} onClick={go}>
          <bdi>{worded(item.title)}</bdi>
        </a>
        <div className={classes.quiet}>
          {[...item.languages.map(languageName), ...item.areas.map(area)].join(" · ")}
        </div>
        {item.found && <Marked {...item.found} />}
      </td>
      <td>
        <span className={classes.label}>{t("parties")}</span>
        {parties.join(", ")}
        {rest > 0 && ` ${t("others", { count: rest, shown: number(rest) })}`}
      </td>
      <td>
        <StageBadge stage={item.stage} />
      </td>
      <td>
        <span className={classes.label}>{t("begun")}</span>
        {day(item.createdAt)}
        {item.publishedAt && (
          <div className={classes.quiet}>
            {t("published")}: {day(item.publishedAt)}
          </div>
        )}
      </td>
    </>
  );
});
