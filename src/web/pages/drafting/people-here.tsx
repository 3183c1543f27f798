import { Avatar, Tooltip } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.ts";
import { useDesk } from "./desk.tsx";

/** The other people who have the draft open. */
export function PeopleHere() {
  const { t } = useTranslation("drafting");
  const { worded } = useFormat();
  const { place } = useDesk();
  const others = useSyncExternalStore(place.subscribe, place.others);
  if (others.length === 0) return null;
  return (
    <Avatar.Group aria-label={t("presence.others", { count: others.length })} role="group">
      {others.slice(0, 5).map(({ person, names }) => (
        <Tooltip key={person} label={worded(names)}>
          <Avatar
            size="sm"
            color="initials"
            name={worded(names)}
            alt={worded(names)}
            tabIndex={0}
          />
        </Tooltip>
      ))}
    </Avatar.Group>
  );
}
