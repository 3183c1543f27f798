import { Alert, Button, List, Stack, Text } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { Choices } from "./choices.tsx";
import { firstConsent } from "./consent.ts";
import { originalsQuery } from "./originals.ts";
import { Shown } from "./shown.tsx";
import { Signature } from "./signature.tsx";
import classes from "./signing.module.css";
import { SigningStep } from "./signing-step.tsx";

/** Standings of a party whose authority to sign is not verified. */
const unverified = ["invited", "credentials.pending", "credentials.rejected"];

/** The steps of signing: choose, read to the end, sign. */
export function ToSign({ agreement, party }: { agreement: Agreement; party: string }) {
  const { t } = useTranslation("signing");
  const { time, relative } = useFormat();
  const [consent, setConsent] = useState(() => firstConsent(agreement));
  const originals = useQuery(originalsQuery(agreement, party));
  const end = useRef<HTMLDivElement>(null);
  const { ref: mark, entry } = useIntersection({ threshold: 0.5 });
  const [read, setRead] = useState(false);
  const { data } = originals;
  const inView = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (inView) setRead(true);
  }, [inView]);
  const { standing = "" } = agreement.parties.find(({ code }) => code === party) ?? {};
  const lacksAuthority = agreement.terms.authority !== "dispensed" && unverified.includes(standing);
  return (
    <Stack gap="xl">
      {agreement.closesAt && (
        <Text>
          {t("until", { time: time(agreement.closesAt), left: relative(agreement.closesAt) })}
        </Text>
      )}
      {lacksAuthority && (
        <Alert color="orange" title={t("noAuthority.title")}>
          {t("noAuthority.text")}
        </Alert>
      )}
      <SigningStep number={1} title={t("step.how")}>
        <Choices agreement={agreement} consent={consent} change={setConsent} />
      </SigningStep>
      <SigningStep number={2} title={t("step.what")}>
        <ErrorAlert error={originals.error} />
        {originals.isPending && <Loading />}
        {data && !data.intact && (
          <Alert color="red" title={t("mismatch.title")} role="alert">
            <Text>{t("mismatch.text")}</Text>
            <List size="xs" mt="xs">
              {data.all.map(({ original, digest, found }) => (
                <List.Item key={original} style={{ overflowWrap: "anywhere" }}>
                  <bdi dir="ltr">
                    {digest} ≠ {found}
                  </bdi>
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {data?.intact && (
          <Shown
            agreement={agreement}
            party={party}
            originals={data}
            end={<div ref={mark} className={classes.mark} />}
          />
        )}
        <div ref={end} />
      </SigningStep>
      {data?.intact && (
        <SigningStep number={3} title={t("step.sign")}>
          <Signature agreement={agreement} consent={consent} party={party} read={read} />
        </SigningStep>
      )}
      {data?.intact && entry && !read && (
        <div className={classes.bar}>
          <Button
            fullWidth
            variant="default"
            onClick={() => end.current?.scrollIntoView({ block: "center" })}
          >
            {t("toEnd")}
          </Button>
        </div>
      )}
    </Stack>
  );
}
