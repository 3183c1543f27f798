import { Button, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../error-alert.tsx";
import { SharedComputer } from "./shared-computer.tsx";

/** Signs in with the link from a letter. It needs this button, because mail scanners follow links. */
export function SignInByLink({ id, token, done }: { id: string; token: string; done: () => void }) {
  const { t } = useTranslation("sign-in");
  const use = useMutation({
    mutationFn: () => api.session.$post({ json: { link: { id, token } } }),
    onSuccess: done,
  });
  return (
    <Stack>
      <Text>{t("linkWhy")}</Text>
      <ErrorAlert error={use.error} />
      <Button onClick={() => use.mutate()} loading={use.isPending}>
        {t("link")}
      </Button>
      <SharedComputer />
    </Stack>
  );
}
