import { Button, Card, Divider, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { address } from "../api/client.ts";
import { serviceQuery } from "../api/service.ts";
import { Page } from "../shell/page.tsx";
import { ByCode } from "./by-code.tsx";
import { ByLink } from "./by-link.tsx";
import { ByPasskey } from "./by-passkey.tsx";
import { DemoPeople } from "./demo-people.tsx";

/** Signing in: by passkey, by a code or link from a letter, at the office's provider, or as a demo person. */
export function SignInPage() {
  const { t } = useTranslation("sign-in");
  const { id, token, next } = useSearch({ strict: false });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const service = useQuery(serviceQuery).data;
  const done = async () => {
    queries.clear();
    await navigate({ to: next?.startsWith("/") && !next.startsWith("//") ? next : "/" });
  };
  return (
    <Page title={t("title")} size="sm">
      <Card withBorder padding="lg">
        {id && token ? (
          <ByLink id={id} token={token} done={done} />
        ) : (
          <Stack>
            <ByPasskey done={done} />
            {service?.singleSignOn && (
              <Button component="a" variant="default" href={address("/session/sign-on")}>
                {t("office")}
              </Button>
            )}
            <Divider label={t("or")} />
            <ByCode done={done} />
          </Stack>
        )}
      </Card>
      {service?.demonstration && <DemoPeople done={done} />}
    </Page>
  );
}
