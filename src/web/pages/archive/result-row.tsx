import { type MouseEvent, memo } from "react";
import type { AgreementInList } from "../../api/contract.d.ts";
import classes from "./archive.module.css";
import { Marked } from "./marked.tsx";
import type { RowWords } from "./row-words.ts";

type Said = { item: AgreementInList; words: RowWords; open: (id: string) => void };
type Props = Said & {
  index: number;
  /** How far below the list's beginning, in pixels. */
  from: number;
  measure: (element: Element | null) => void;
};

/**
 * One agreement of the list. Rows come and go by the hundred while somebody scrolls: they are plain elements,
 * and one that only moves is not drawn anew.
 */
export const ResultRow = memo(function ResultRow({ index, from, measure, ...said }: Props) {
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ transform: `translateY(${from}px)` }}
    >
      <Cells {...said} />
    </tr>
  );
});

const Cells = memo(function Cells({ item, words, open }: Said) {
  const { title, titleLanguage, about, parties, stage, begun, published, labels } = words(item);
  const go = (event: MouseEvent) => {
    // Another tab is the browser's affair.
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
        {item.found && <Marked {...item.found} />}
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
