import { ActionIcon, Group, Paper, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { byAlphabet } from "#src/text/party-alphabet.ts";
import type { Party } from "../api/contract.d.ts";
import { useFormat } from "../words/format.ts";
import type { ChosenParties } from "./parties-in-body.ts";
import { useParties } from "./use-parties.ts";

type Props = {
  chosen: ChosenParties;
  write: (next: ChosenParties) => void;
  /** The languages by whose alphabet the parties can be ordered. */
  languages: string[];
  label: string;
  hint?: string | undefined;
  error?: boolean;
};

/** Picks the parties, how each State takes part, and their order. */
export function PartyList({ chosen, write, languages, label, hint, error = false }: Props) {
  const { t } = useTranslation("agreement");
  const { languageName } = useFormat();
  const { all, nameOf } = useParties();
  const [typed, setTyped] = useState("");
  const { parties, governments, order } = chosen;
  const known = parties.flatMap((code) => all.find((one) => one.code === code) ?? []);
  const moves = order === "as-chosen" && known.length > 1;
  const put = (codes: string[]) => write({ ...chosen, parties: codes });
  const orders = ["protocol", ...languages.map((tag) => `alphabetical:${tag}`), "as-chosen"];
  return (
    <Stack gap="xs">
      <Select
        label={label}
        description={hint}
        placeholder={t("taking.add")}
        data={all
          .filter(({ code }) => !parties.includes(code))
          .map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
        value={null}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(code) => {
          if (code) put([...parties, code]);
          setTyped("");
        }}
        onKeyDown={(event) => {
          if (event.key === "Backspace" && typed === "") put(parties.slice(0, -1));
        }}
        searchable
        nothingFoundMessage={t("taking.none")}
        error={error}
      />
      {known.length > 0 && (
        <Stack component="ol" gap={6} p={0} m={0} aria-label={label}>
          {sorted(known, order).map((party, index) => (
            <Row
              key={party.code}
              party={party}
              name={nameOf(party.code, party.names)}
              government={governments.includes(party.code)}
              setGovernment={(yes) => {
                const others = governments.filter((code) => code !== party.code);
                write({ ...chosen, governments: yes ? [...others, party.code] : others });
              }}
              remove={() =>
                write({
                  ...chosen,
                  parties: parties.filter((code) => code !== party.code),
                  governments: governments.filter((code) => code !== party.code),
                })
              }
              up={moves && index > 0 ? () => put(swapped(parties, party.code, -1)) : undefined}
              down={
                moves && index < known.length - 1
                  ? () => put(swapped(parties, party.code, 1))
                  : undefined
              }
            />
          ))}
        </Stack>
      )}
      <Select
        label={t("taking.order")}
        description={t("taking.orderHint")}
        value={order}
        allowDeselect={false}
        onChange={(next) => next && write({ ...chosen, order: next })}
        data={orders.map((value) => {
          const [by = "", tag] = value.split(":");
          const words = t(`taking.orders.${by as "protocol"}`, {
            language: tag ? languageName(tag) : "",
          });
          return { value, label: words };
        })}
      />
    </Stack>
  );
}

type RowProps = {
  party: Party;
  name: string;
  government: boolean;
  setGovernment: (yes: boolean) => void;
  remove: () => void;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
};

function Row({ party, name, government, setGovernment, remove, up, down }: RowProps) {
  const { t } = useTranslation("agreement");
  const button = (words: string, act: () => void, icon: React.ReactNode) => (
    <ActionIcon variant="subtle" color="gray" onClick={act} aria-label={words}>
      {icon}
    </ActionIcon>
  );
  return (
    <Paper component="li" withBorder px="sm" py={4}>
      <Group gap={4} justify="space-between">
        <Text size="sm" style={{ flex: "1 1 8rem" }}>
          {name}
        </Text>
        {party.kind === "state" && (
          <SegmentedControl
            size="xs"
            aria-label={t("taking.as", { party: name })}
            value={government ? "government" : "state"}
            onChange={(value) => setGovernment(value === "government")}
            data={(["state", "government"] as const).map((value) => ({
              value,
              label: t(`taking.${value}`),
            }))}
          />
        )}
        {up && button(t("taking.up", { party: name }), up, <IconArrowUp size={16} aria-hidden />)}
        {down &&
          button(t("taking.down", { party: name }), down, <IconArrowDown size={16} aria-hidden />)}
        {button(t("taking.remove", { party: name }), remove, <IconX size={16} aria-hidden />)}
      </Group>
    </Paper>
  );
}

/** As the form can show it: the service sorts by the alphabet of official names. */
function sorted(parties: Party[], order: string): Party[] {
  if (order === "as-chosen") return parties;
  const byProtocol = parties.toSorted((a, b) => a.protocolOrder - b.protocolOrder);
  const [by, language = ""] = order.split(":");
  return by === "alphabetical" ? byProtocol.toSorted(byAlphabet(language)) : byProtocol;
}

function swapped(codes: string[], code: string, by: 1 | -1): string[] {
  const from = codes.indexOf(code);
  const next = [...codes];
  const other = next[from + by];
  if (other === undefined) return codes;
  next[from + by] = code;
  next[from] = other;
  return next;
}
