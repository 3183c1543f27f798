import { useTranslation } from "react-i18next";
import type { RowChange, TableChange } from "#src/text/compare.ts";
import { ChangedWords } from "./changed-words.tsx";
import classes from "./redline.module.css";

type Props = { table: TableChange; language: string; codes: string[]; onlyChanged: boolean };

/** A table with the changes in its cells. Inserted and deleted rows and columns are tinted. */
export function ChangedTable({ table, codes, onlyChanged }: Props) {
  const { t } = useTranslation();
  const { columns, rows } = table;
  const shown = onlyChanged ? withGaps(rows) : rows;
  return (
    // A wide table scrolls within its own frame, also from the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className={classes.wide} tabIndex={0} aria-label={t("redline.table")}>
      <table>
        <tbody>
          {shown.map((row, number) => {
            const key = `${number}`;
            if (row === null) {
              return (
                <tr key={key}>
                  <td colSpan={columns.length} className={classes.gap}>
                    ⋯
                  </td>
                </tr>
              );
            }
            const Cell = row.header ? "th" : "td";
            return (
              <tr key={key} className={classes[row.change] ?? ""}>
                {row.cells.map((runs, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <Cell key={column} className={classes[columns[column] ?? "same"] ?? ""}>
                    <ChangedWords runs={runs} codes={codes} />
                  </Cell>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The header and the changed rows. Null stands for rows that are left out. */
function withGaps(rows: RowChange[]): (RowChange | null)[] {
  const out: (RowChange | null)[] = [];
  for (const row of rows) {
    if (row.header || row.change !== "same") out.push(row);
    else if (out.at(-1) !== null) out.push(null);
  }
  return out;
}
