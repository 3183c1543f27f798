import { type MouseEvent, memo } from "react";
import type { AgreementInList } from "../../api/contract.d.ts";
import classes from "./archive.module.css";
import { FoundIn } from "./found-in.tsx";
import type { RowWords } from "./row-words.ts";

type Said = { item: AgreementInList; words: RowWords; open: (id: string) => void };
type Props = Said & {
  index: number;
  /** The offset from the start of the list. */
  offsetPx: number;
  measure: (element: Element | null) => void;
};

/**
 * One row of the results. Scrolling mounts hundreds of rows, so they are plain elements, and a row that only moves
 * does not render again.
 */
export const ResultRow = memo(function ResultRow({ index, offsetPx, measure, ...said }: Props) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ transform: `translateY(${offsetPx}px)` }}
    >
      <Cells {...said} />
    </tr>
  );
});

const Cells = memo(function Cells({ item, words, open }: Said) {
  const { title, titleLanguage, about, parties, stage, begun, published, labels } = words(item);
  const go = (event: MouseEvent) => {
    // Let the browser handle clicks that open a new tab.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(item.id);
  };
  return (
    <>
      <td className={classes.reference}>
        <bdi>{item.reference}</bdi>
      </td>
      <td className={classes.title}>
        <a className={classes.link} href={`/agreements/${item.id}/record`} onClick={go}>
          <bdi lang={titleLanguage}>{title}</bdi>
        </a>
        <div className={classes.quiet}>{about}</div>
        {item.found && <FoundIn {...item.found} />}
      </td>
      <td>
        <span className={classes.label}>{labels.parties}</span>
        {parties}
      </td>
      <td>
        <span className={classes.stage} data-sealed={item.stage === "publish" || undefined}>
          {stage}
        </span>
      </td>
      <td>
        <span className={classes.label}>{labels.begun}</span>
        {begun}
        {published && <div className={classes.quiet}>{published}</div>}
      </td>
    </>
  );
});
