import { Anchor, List, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Participation } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";

/** The days of entry into force, for the instrument and each party, and how they were derived. */
export function Dates({ participation }: { participation: Participation }) {
  const { t } = useTranslation("record");
  const { day, list } = useFormat();
  const party = usePartyName();
  const { participants, entry, inForceOn, expiresOn, amendments, provisional } = participation;
  return (
    <section aria-labelledby="dates">
      <Title order={2} size="h4" id="dates" mb="xs">
        {t("dates.title")}
      </Title>
      <Derived
        name={t("dates.instrument")}
        entry={entry}
        inForceOn={inForceOn}
        determined={participation.determined}
      />
      {provisional && (
        <>
          <Text fw={600}>{t("dates.provisional")}</Text>
          <List size="sm" withPadding mb="xs">
            {provisional.reasons.map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        </>
      )}
      {participants.map((one) => {
        const own = one.entry;
        // Dates that follow from the instrument alone are shown once.
        const same = own?.reasons.every((reason) => entry.reasons.includes(reason));
        return own && (!same || one.determined) ? (
          <Derived key={one.party} {...one} name={party(one.party)} entry={own} />
        ) : null;
      })}
      {expiresOn && <Text>{t("dates.expires", { day: day(expiresOn) })}</Text>}
      {amendments.length > 0 && (
        <>
          <Text fw={600} mt="sm">
            {t("dates.amendments")}
          </Text>
          <List>
            {amendments.map(({ id, reference, acceptedBy }) => (
              <List.Item key={id}>
                <Anchor
                  renderRoot={(props) => (
                    <Link to="/agreements/$id/record" params={{ id }} {...props} />
                  )}
                >
                  <bdi>{reference}</bdi>
                </Anchor>{" "}
                {acceptedBy.length > 0 &&
                  t("dates.accepted", { list: list(acceptedBy.map((code) => party(code))) })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </section>
  );
}

type Props = {
  name: string;
  entry: Participation["entry"];
  inForceOn: string | null;
  determined: Participation["determined"];
};

function Derived({ name, entry, inForceOn, determined }: Props) {
  const { t } = useTranslation("record");
  const { day } = useFormat();
  const found = entry.state === "dated" ? t("dates.derived", { day: day(entry.on) }) : null;
  return (
    <div>
      <Text>
        <b>
          <bdi>{name}</bdi>.
        </b>{" "}
        {inForceOn ? t("dates.onRecord", { day: day(inForceOn) }) : (found ?? t("dates.waiting"))}
      </Text>
      {determined && (
        <Text size="sm">
          <bdi>{t("dates.determined", { reason: determined.reason })}</bdi>{" "}
          {determined.derivedOn
            ? t("dates.recordGives", { day: day(determined.derivedOn) })
            : t("dates.recordGivesNone")}
        </Text>
      )}
      <List size="sm" withPadding mb="xs">
        {entry.reasons.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
    </div>
  );
}
