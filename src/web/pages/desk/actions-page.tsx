import { Anchor, Button, Group, Select, Stack, Text, Title } from "@mantine/core";
import { IconPrinter, IconTableExport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { PartyAction } from "../../api/contract.d.ts";
import { useSession } from "../../api/session.ts";
import { useParties } from "../../parties/use-parties.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { saveFile } from "../../shell/save-file.ts";
import { toCsv } from "../../shell/to-csv.ts";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { useActionWords } from "./action-words.ts";

const kinds = ["todo", "open", "runs"] as const;

/** A party's action list over all its agreements: its own for a representative, any party's for the office. */
export function ActionsPage() {
  const { t } = useTranslation("actions");
  const session = useSession();
  const { all, nameOf } = useParties();
  const navigate = useNavigate();
  const chosen = useSearch({ strict: false }).party;
  const own = session?.party ?? null;
  const party = own ?? chosen ?? null;
  const list = useQuery({
    queryKey: ["actions", party],
    enabled: party !== null,
    queryFn: async () =>
      (await api.parties[":code"].actions.$get({ param: { code: party ?? "" } })).json(),
  });
  const items = list.data?.items ?? [];
  return (
    <Page
      title={t("title")}
      kicker={party && nameOf(party)}
      size="lg"
      actions={items.length > 0 && party && <Exports party={party} items={items} />}
    >
      <Text>{t("why")}</Text>
      {own === null && (
        <Select
          className="no-print"
          label={t("party")}
          value={party}
          onChange={(code) => navigate({ to: ".", search: { party: code ?? undefined } })}
          data={all.map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
          searchable
          maw={400}
        />
      )}
      {party === null && <Text c="dimmed">{t("choose")}</Text>}
      <ErrorAlert error={list.error} />
      {party !== null && list.isPending && <Loading />}
      {list.data && items.length === 0 && <Empty title={t("none")}>{t("noneText")}</Empty>}
      {kinds.map((kind) => (
        <OfKind key={kind} kind={kind} items={items.filter((one) => one.kind === kind)} />
      ))}
    </Page>
  );
}

type Part = { kind: (typeof kinds)[number]; items: PartyAction[] };

function OfKind({ kind, items }: Part) {
  const { t } = useTranslation("actions");
  const words = useActionWords();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={`actions-${kind}`}>
      <Title order={2} size="h4" id={`actions-${kind}`} mb="xs">
        {t(`kind.${kind}`)}
      </Title>
      <Stack component="ul" gap="sm" m={0} ps="md">
        {items.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an agreement may have two equal lines.
          <li key={`${one.agreement.id} ${one.action} ${index}`}>
            <Group justify="space-between" gap="xs" align="start">
              <Text fw={600}>{words.action(one)}</Text>
              <Text>{words.due(one)}</Text>
            </Group>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link to="/agreements/$id" params={{ id: one.agreement.id }} {...props} />
              )}
            >
              <bdi>{one.agreement.reference}</bdi> · <Worded of={one.agreement.title} />
            </Anchor>
            <Text size="sm" c="dimmed">
              {words.rule(one)}
            </Text>
          </li>
        ))}
      </Stack>
    </section>
  );
}

const columns = ["kind", "action", "agreement", "due", "rule"] as const;

/** Prints the list, or saves it for a spreadsheet. */
function Exports({ party, items }: { party: string; items: PartyAction[] }) {
  const { t } = useTranslation("actions");
  const { worded } = useFormat();
  const words = useActionWords();
  const save = () => {
    const rows = items.map((one) => [
      t(`kind.${one.kind}`),
      words.action(one),
      `${one.agreement.reference} ${worded(one.agreement.title)}`,
      one.due ?? "",
      words.rule(one),
    ]);
    saveFile(toCsv([columns.map((column) => t(`column.${column}`)), ...rows]), {
      name: `actions-${party}.csv`,
      type: "text/csv",
    });
  };
  return (
    <>
      <Button
        className="no-print"
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => print()}
      >
        {t("print")}
      </Button>
      <Button
        className="no-print"
        variant="default"
        leftSection={<IconTableExport size={18} aria-hidden />}
        onClick={save}
      >
        {t("csv")}
      </Button>
    </>
  );
}
