import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgreementInList } from "../api/contract.d.ts";
import classes from "./archive.module.css";
import { ResultRow } from "./result-row.tsx";

type Given = {
  items: AgreementInList[];
  /** How many there are in all, also those not fetched yet. */
  count: number;
  more: boolean;
  onMore: () => void;
};

/** What is found. Only the rows near the screen stand in the page, however long the list is. */
export function ResultList({ items, count, more, onMore }: Given) {
  const { t } = useTranslation("archive");
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  // Where the list begins moves with what stands above it.
  useLayoutEffect(() => {
    const top = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(top - scrollMargin) > 1) setScrollMargin(top);
  });
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 84,
    overscan: 6,
    scrollMargin,
    getItemKey: (index) => items[index]?.id ?? index,
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

const columns = ["reference", "agreement", "parties", "stage", "begun"] as const;
