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
  /** The number of results, including those not loaded yet; null if not known. */
  count: number | null;
  more: boolean;
  onMore: () => void;
};

/** The results as a virtual list: only rows near the screen are in the page. */
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
    estimateSize: () => usualHeightPx,
    // Heights come from the observer, after the frame's layout. Measuring one here would force another layout.
    measureElement: (_, entry) => entry?.borderBoxSize[0]?.blockSize ?? usualHeightPx,
    overscan: 6,
    scrollMargin,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  // The list's offset changes with the content above it, but not while scrolling.
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
    <table
      className={classes.table}
      aria-label={t("list")}
      aria-rowcount={count === null ? -1 : count + 1}
    >
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
                offsetPx={start - scrollMargin}
                measure={rows.measureElement}
              />
            )
          );
        })}
      </tbody>
    </table>
  );
}

/** The height of most rows. */
const usualHeightPx = 68;

const columns = ["reference", "agreement", "parties", "stage", "begun"] as const;
