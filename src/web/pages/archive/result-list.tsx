import { useNavigate } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgreementInList } from "../../api/contract.d.ts";
import classes from "./archive.module.css";
import { ResultRow } from "./result-row.tsx";
import { useRowWords } from "./row-words.ts";

type Props = {
  items: AgreementInList[];
  /** How many there are in all, also those not fetched yet. */
  count: number;
  more: boolean;
  onMore: () => void;
};

/** What is found. Only the rows near the screen stand in the page, however long the list is. */
export function ResultList({ items, count, more, onMore }: Props) {
  const { t } = useTranslation("archive");
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const words = useRowWords();
  const navigate = useNavigate();
  const open = useCallback(
    (id: string) => navigate({ to: "/agreements/$id/record", params: { id } }),
    [navigate],
  );
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => usual,
    // Heights are told by the observer, after the frame's own layout: asking for one would lay out the page anew.
    measureElement: (_, entry) => entry?.borderBoxSize[0]?.blockSize ?? usual,
    overscan: 6,
    scrollMargin,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  // Where the list begins moves with what stands above it, but not while the page scrolls.
  useLayoutEffect(() => {
    if (rows.isScrolling) return;
    const top = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(top - scrollMargin) > 1) setScrollMargin(top);
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= items.length - 30) onMore();
  }, [more, last, items.length, onMore]);
  return (
    <table className={classes.table} aria-label={t("list")} aria-rowcount={count + 1}>
      <thead className={classes.head}>
        <tr className={classes.row} aria-rowindex={1}>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} className={classes.body} style={{ blockSize: rows.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const item = items[index];
          return (
            item && (
              <ResultRow
                key={key}
                item={item}
                words={words}
                open={open}
                index={index}
                from={start - scrollMargin}
                measure={rows.measureElement}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}

/** The height of most rows, in pixels. */
const usual = 68;

const columns = ["reference", "agreement", "parties", "stage", "begun"] as const;
