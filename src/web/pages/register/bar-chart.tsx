import { Text, UnstyledButton, useDirection } from "@mantine/core";
import { useFormat } from "../../words/format.ts";
import classes from "./charts.module.css";

type Bar = { label: string; count: number; choose: () => void };

/** A bar chart built as a table, so that screen readers announce each row's name and number. */
export function BarChart({ title, bars }: { title: string; bars: Bar[] }) {
  const { number } = useFormat();
  const { dir } = useDirection();
  const maxCount = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <table className={classes.bars}>
      <Text component="caption" fw={600} ta="start" pb="xs">
        {title}
      </Text>
      <tbody>
        {bars.map(({ label, count, choose }) => {
          const width = (count / maxCount) * 100;
          return (
            <tr key={label}>
              <th scope="row">
                <UnstyledButton onClick={choose} td="underline" fz="sm">
                  {label}
                </UnstyledButton>
              </th>
              <td aria-hidden>
                <svg className={classes.bar} viewBox="0 0 100 10" preserveAspectRatio="none">
                  <title>{title}</title>
                  <rect x={dir === "rtl" ? 100 - width : 0} width={width} height={10} rx={0} />
                </svg>
              </td>
              <td>{number(count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
