import { Button, Divider, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import { serviceQuery } from "../../api/service.ts";
import { DemoPeople } from "./demo-people.tsx";
import { SharedComputer } from "./shared-computer.tsx";
import { SignInByCode } from "./sign-in-by-code.tsx";
import { SignInByPasskey } from "./sign-in-by-passkey.tsx";

type Props = {
  /** The address to return to, for ways of signing in that leave the page. */
  next: string;
  done: () => void;
};

/** The ways to sign in: passkey, the office's identity provider, a code by mail, or a demo person. */
export function SignInForms({ next, done }: Props) {
  const { t } = useTranslation("sign-in");
  const service = useQuery(serviceQuery).data;
  const signOn = `/session/sign-on?${new URLSearchParams({ next })}`;
  return (
    <Stack>
      <SignInByPasskey done={done} />
      {service?.singleSignOn && (
        <Button component="a" variant="default" href={address(signOn)}>
          {t("office")}
        </Button>
      )}
      <Divider label={t("or")} />
      <SignInByCode next={next} done={done} />
      <SharedComputer />
    </Stack>
  );
}

/** In a demonstration: the demo people. */
export function DemoChoice({ done }: Pick<Props, "done">) {
  const service = useQuery(serviceQuery).data;
  return service?.demonstration ? <DemoPeople done={done} /> : null;
}
