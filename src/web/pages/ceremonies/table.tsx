import { ActionIcon, Group, Text } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RunSheetItem } from "../../api/contract.d.ts";
import { useParties } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import classes from "./ceremony.module.css";

type Props = { seats: RunSheetItem["seats"]; move?: (party: string, by: -1 | 1) => void };

/** The table as the public sees it. Left to right in every language, because it shows a place and not a text. */
export function Table({ seats, move }: Props) {
  const { t, i18n } = useTranslation("ceremonies");
  const { number } = useFormat();
  const { nameOf } = useParties();
  const placed = seats.toSorted((a, b) => a.place - b.place);
  return (
    <ol className={classes.table} dir="ltr" aria-label={t("table")}>
      {placed.map(({ place, party, names, signatory, signed }, at) => {
        const name = nameOf(party, names);
        return (
          <li key={party} className={classes.seat} dir={i18n.dir()}>
            <Text size="xs" c="dimmed">
              {t("place", { place: number(place) })}
            </Text>
            <Text size="sm" fw={600}>
              <bdi>{name}</bdi>
            </Text>
            <Text size="sm">{signatory ? <Worded of={signatory.names} /> : t("noSignatory")}</Text>
            {signatory && (
              <Text size="xs" c="dimmed">
                <Worded of={signatory.titles} />
              </Text>
            )}
            {signed && (
              <Text size="xs" fw={600}>
                {t("signed")}
              </Text>
            )}
            {move && (
              <Group gap={4} mt={4} dir="ltr" className={classes.screen}>
                <ActionIcon
                  variant="default"
                  size="sm"
                  aria-label={t("moveLeft", { party: name })}
                  disabled={at === 0}
                  onClick={() => move(party, -1)}
                >
                  <IconArrowLeft size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size="sm"
                  aria-label={t("moveRight", { party: name })}
                  disabled={at === placed.length - 1}
                  onClick={() => move(party, 1)}
                >
                  <IconArrowRight size={14} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </li>
        );
      })}
    </ol>
  );
}
