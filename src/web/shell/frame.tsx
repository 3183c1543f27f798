import { AppShell, Box, Burger, Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { Suspense, useDeferredValue, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.ts";
import { Brand } from "./brand.tsx";
import { ColorSchemeButton } from "./color-scheme-button.tsx";
import { Connection } from "./connection.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { Loading } from "./loading.tsx";
import { Navigation } from "./navigation.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SessionWatch } from "./session-watch.tsx";

/** The layout around every page: name, navigation, language, and the signed-in person. */
export function Frame() {
  const { t } = useTranslation("shell");
  const session = useSession();
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  // Loaded after the page itself.
  const drawn = useDeferredValue(true, false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(close, [pathname]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: "md", collapsed: { mobile: !opened } }}
      padding={0}
    >
      <Button className="skip" component="a" href="#main" size="xs">
        {t("skip")}
      </Button>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t("menu")}
              aria-expanded={opened}
              aria-controls="navigation"
            />
            <Brand />
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageMenu />
            <ColorSchemeButton />
            {session ? (
              <PersonMenu session={session} />
            ) : (
              <Button renderRoot={(props) => <Link to="/sign-in" {...props} />} size="sm">
                {t("signIn")}
              </Button>
            )}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar id="navigation" p="sm" aria-label={t("rooms")}>
        <Box style={{ overflowY: "auto" }}>{drawn && <Navigation session={session} />}</Box>
      </AppShell.Navbar>
      <SessionWatch />
      <AppShell.Main id="main" tabIndex={-1}>
        <Box aria-live="polite">
          <Connection />
        </Box>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
