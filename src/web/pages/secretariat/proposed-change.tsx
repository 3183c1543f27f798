import { Code, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeProposal } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";
import { fileDirection } from "./file-direction.ts";
import { usePersonName } from "./people.ts";

type Change = {
  names?: Record<string, string>;
  titles?: Record<string, string>;
  roles?: string[];
  party?: string | null;
  email?: string;
  state?: string;
  files?: Record<string, string>;
  on?: string | null;
  reason?: string;
};

/** Shows in words what a proposal would change about a person, or the files of a template. */
export function ProposedChange({ proposal }: { proposal: OfficeProposal }) {
  const { t } = useTranslation("secretariat");
  const { worded, list, day } = useFormat();
  const { role } = useNames();
  const party = usePartyName();
  const nameOf = usePersonName();
  const { kind, subject } = proposal;
  const changes = kind === "change-person";
  const given = proposal.given as Change;
  const { names, titles, roles, party: code, email, state, files } = given;
  const ends = kind === "end-party";
  const own = changes ? nameOf(subject) : ends ? party(subject) : subject;
  const name = !changes && names ? worded(names) : own;
  const lines = [
    changes && names && t("waiting.names", { names: list(Object.values(names)) }),
    titles && t("waiting.titles", { titles: list(Object.values(titles)) }),
    roles && t("waiting.roles", { roles: list(roles.map(role)) }),
    code && t("waiting.party", { party: party(code) }),
    changes && code === null && t("waiting.noParty"),
    changes && email && t("waiting.email", { email }),
    state === "active" && t("waiting.active"),
    ends && (given.on ? t("waiting.endsOn", { day: day(given.on) }) : t("waiting.exists")),
    ends && given.reason,
  ].filter((line) => typeof line === "string" && line !== "");
  return (
    <div>
      <Text fw={600}>{t(`waiting.${kind}`, { name, email: email ?? "" })}</Text>
      {lines.map((line) => (
        <Text key={String(line)} size="sm">
          {line}
        </Text>
      ))}
      {files && (
        <details>
          <summary>{t("waiting.files")}</summary>
          {Object.entries(files).map(([file, content]) => (
            <div key={file}>
              <Text size="sm" fw={600} mt="xs">
                <bdi>{file}</bdi>
              </Text>
              <Code block dir={fileDirection(file)}>
                {content}
              </Code>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
