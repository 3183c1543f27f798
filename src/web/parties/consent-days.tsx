import { Text } from "@mantine/core";
import type { Participation } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";
import { consentMark } from "./consent-marks.ts";

type Props = {
  of: Participation["participants"][number]["consents"];
  /** What is shown if there is none. */
  none: string;
  withdrawn: (day: string) => string;
};

/** The days on which a party consented, each with the mark of its instrument, and the day it was taken back. */
export function ConsentDays({ of, none, withdrawn }: Props) {
  const { day } = useFormat();
  if (of.length === 0) return none;
  return of.map(({ kind, on, withdrawnOn }) => (
    <div key={`${kind}:${on}`}>
      {day(on)}
      {consentMark(kind)}
      {withdrawnOn && (
        <Text size="xs" c="dimmed">
          {withdrawn(day(withdrawnOn))}
        </Text>
      )}
    </div>
  ));
}
