import { NavLink, Text } from "@mantine/core";
import {
  IconArchive,
  IconBuildingBank,
  IconCalendarEvent,
  IconCertificate,
  IconChecklist,
  IconFiles,
  IconHome,
  IconKey,
  IconListCheck,
  IconMail,
  IconRosetteDiscountCheck,
  IconTemplate,
  IconUsers,
  IconWorld,
} from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { holds, type Role, type Session } from "../api/session.ts";

const rooms = [
  { to: "/", name: "home", icon: IconHome, roles: null },
  { to: "/agreements", name: "agreements", icon: IconFiles, roles: [] },
  {
    to: "/ceremonies",
    name: "ceremonies",
    icon: IconCalendarEvent,
    roles: ["legal-officer", "secretariat", "representative"],
  },
  {
    to: "/actions",
    name: "actions",
    icon: IconChecklist,
    roles: ["legal-officer", "secretariat", "representative"],
  },
  {
    to: "/desk",
    name: "desk",
    icon: IconMail,
    roles: ["legal-officer", "secretariat", "archivist", "representative"],
  },
  {
    to: "/archive",
    name: "archive",
    icon: IconArchive,
    roles: ["archivist", "legal-officer", "secretariat"],
  },
  { to: "/register", name: "register", icon: IconBuildingBank, roles: null },
  { to: "/verify", name: "verify", icon: IconRosetteDiscountCheck, roles: null },
] as const;

const office = [
  { to: "/secretariat/credentials", name: "credentials", icon: IconCertificate },
  { to: "/secretariat/parties", name: "parties", icon: IconWorld },
  { to: "/secretariat/people", name: "people", icon: IconUsers },
  { to: "/secretariat/templates", name: "templates", icon: IconTemplate },
  { to: "/secretariat/jobs", name: "jobs", icon: IconListCheck },
  { to: "/secretariat/keys", name: "keys", icon: IconKey },
] as const;

/** The pages that this person can open. `roles` null means everyone, empty means everyone who has signed in. */
export function Navigation({ session }: { session: Session | null }) {
  const { t } = useTranslation("shell");
  const shown = rooms.filter(
    ({ roles }) =>
      roles === null ||
      (session && (roles.length === 0 || holds(session, ...(roles as readonly Role[])))),
  );
  return (
    <>
      {shown.map((room) => (
        <Room key={room.to} {...room} />
      ))}
      {holds(session, "secretariat") && (
        <>
          <Text size="xs" c="dimmed" px="sm" pt="md" pb={4} fw={600}>
            {t("roles.secretariat")}
          </Text>
          {office.map((room) => (
            <Room key={room.to} {...room} />
          ))}
        </>
      )}
    </>
  );
}

type Props = (typeof rooms)[number] | (typeof office)[number];

function Room({ to, name, icon: Icon }: Props) {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const here = to === "/" ? pathname === "/" : pathname.startsWith(to);
  return (
    <NavLink
      renderRoot={(props) => <Link to={to} {...props} />}
      label={t(`room.${name}`)}
      leftSection={<Icon size={18} aria-hidden />}
      active={here}
      aria-current={here ? "page" : undefined}
    />
  );
}
