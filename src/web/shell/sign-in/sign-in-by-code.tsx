import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../error-alert.tsx";
import { isShared } from "../typed-store.ts";

/** Signs in with a code sent by mail. */
export function SignInByCode({ next, done }: { next: string; done: () => void }) {
  const { t } = useTranslation("sign-in");
  const [email, setEmail] = useState("");
  const [code, setCode] = useState("");
  const ask = useMutation({
    mutationFn: async () => (await api.session.codes.$post({ json: { email, next } })).json(),
  });
  const use = useMutation({
    mutationFn: (id: string) => api.session.$post({ json: { code: { id, code } } }),
    onSuccess: done,
  });
  const id = ask.data?.id;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (id) use.mutate(id);
        else ask.mutate();
      }}
    >
      <Stack>
        <ErrorAlert error={ask.error ?? use.error} />
        {id ? (
          <>
            <Text size="sm">{t("sent")}</Text>
            <TextInput
              label={t("code")}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              data-autofocus
            />
          </>
        ) : (
          <TextInput
            label={t("email")}
            inputMode="email"
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            autoComplete={isShared() ? "off" : "email"}
            required
          />
        )}
        <Button
          type="submit"
          variant={id ? "filled" : "default"}
          loading={ask.isPending || use.isPending}
        >
          {id ? t("go") : t("sendCode")}
        </Button>
        {id && (
          <Button variant="subtle" onClick={() => ask.reset()}>
            {t("otherAddress")}
          </Button>
        )}
      </Stack>
    </form>
  );
}
