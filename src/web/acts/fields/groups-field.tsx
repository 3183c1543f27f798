import { Fieldset, SegmentedControl, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParties } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import type { FieldProps } from "./field.ts";

/** The order of signing: all parties at once, or group after group. */
export function GroupsField({ field: { name }, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { number } = useFormat();
  const { nameOf } = useParties();
  const groups = (values[name] as string[][] | undefined) ?? [];
  const codes = agreement.parties.map(({ code }) => code);
  const turnOf = (code: string) => groups.findIndex((group) => group.includes(code)) + 1;
  const choose = (code: string, turn: number) => {
    const turns = codes.map((one) => (one === code ? turn : turnOf(one) || 1));
    const next = codes.map((_, index) => codes.filter((_, at) => turns[at] === index + 1));
    set({ [name]: next.filter(({ length }) => length > 0).length > 1 ? next : [] });
  };
  const turns = codes.slice(0, 5).map((_, index) => index + 1);
  return (
    <Fieldset legend={label} variant="default">
      <Stack gap="xs">
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {codes.map((code) => (
          <div key={code}>
            <Text size="sm" id={`turn-${code}`}>
              <bdi>{nameOf(code)}</bdi>
            </Text>
            <SegmentedControl
              aria-labelledby={`turn-${code}`}
              value={String(turnOf(code) || 1)}
              data={turns.map((turn) => ({
                value: String(turn),
                label: t("turn", { turn: number(turn) }),
              }))}
              onChange={(turn) => choose(code, Number(turn))}
            />
          </div>
        ))}
      </Stack>
    </Fieldset>
  );
}
