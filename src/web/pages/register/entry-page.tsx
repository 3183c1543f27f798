import { Anchor, Button, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { Claims } from "../../parties/claims.tsx";
import { CorrectionList } from "../../parties/correction-list.tsx";
import { LaterAgreements } from "../../parties/later-agreements.tsx";
import { OpenToParties } from "../../parties/open-to-parties.tsx";
import { Statements } from "../../parties/statements.tsx";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { AroundText } from "../../text/around-text.tsx";
import { useFormat } from "../../words/format.ts";
import { EntryFacts } from "./entry-facts.tsx";
import { EntryNotifications } from "./entry-notifications.tsx";
import { EntryParties } from "./entry-parties.tsx";
import { EntryPdf } from "./entry-pdf.tsx";
import { EntryProcedures } from "./entry-procedures.tsx";
import { EntryReservations } from "./entry-reservations.tsx";
import { EntryTerms } from "./entry-terms.tsx";
import { EntryText } from "./entry-text.tsx";
import { OtherTitles } from "./other-titles.tsx";
import { entryQuery } from "./register.ts";

/** The public page of a published agreement: what it is, who is party to it, and what it says. */
export function EntryPage() {
  const { t } = useTranslation("register");
  const { id = "" } = useParams({ strict: false });
  const { day, party } = useFormat();
  const { data: entry, error, isPending } = useQuery(entryQuery(id));
  if (isPending) return <Loading />;
  if (error) return <Fault error={error} />;
  const since = entry.signedOn
    ? t("signedOn", { day: day(entry.signedOn) })
    : t("publishedOn", { day: day(entry.publishedOn) });
  return (
    <AroundText of={entry}>
      <Page
        title={entry.title}
        about={t("title")}
        size="md"
        kicker={
          <>
            <bdi>{entry.reference}</bdi> · {since}
          </>
        }
        actions={
          <Button
            className="no-print"
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t("entry.print")}
          </Button>
        }
      >
        <Stack gap="xl">
          <OtherTitles title={entry.title} />
          <EntryParties entry={entry} />
          <Statements
            of={[...entry.parties, ...entry.openTo].map(({ code, names, statements }) => ({
              code,
              name: party(code, names),
              statements,
            }))}
            nameOf={(code) =>
              party(
                code,
                [...entry.parties, ...entry.openTo].find((one) => one.code === code)?.names,
              )
            }
          />
          <EntryReservations entry={entry} />
          <LaterAgreements
            of={entry.laterBetween}
            nameOf={(code) => party(code, entry.parties.find((one) => one.code === code)?.names)}
          />
          <Claims
            claims={entry.claims}
            suspensions={entry.suspensions}
            nameOf={(code) => party(code, entry.parties.find((one) => one.code === code)?.names)}
          />
          <EntryProcedures entry={entry} />
          <CorrectionList
            of={entry.corrections}
            terms={entry.terms as Terms}
            nameOf={(code) => party(code, entry.parties.find((one) => one.code === code)?.names)}
            paperAt={(serial) => entry.papers.find((one) => one.serial === serial)?.pdf ?? ""}
          />
          <OpenToParties
            signature={entry.signature}
            until={entry.signatureUntil}
            others={entry.openTo}
            papers={entry.papers.map(({ pdf, ...paper }) => ({ ...paper, href: pdf }))}
          />
          <EntryNotifications id={entry.id} />
          <EntryPdf entry={entry} />
          <EntryFacts entry={entry} />
          <EntryTerms entry={entry} />
          <EntryText texts={entry.texts} />
          <Text className="no-print">
            <Anchor renderRoot={(props) => <Link to="/register" {...props} />}>
              {t("entry.back")}
            </Anchor>
          </Text>
        </Stack>
      </Page>
    </AroundText>
  );
}
