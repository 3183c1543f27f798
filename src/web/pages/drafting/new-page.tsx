import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { Describe } from "./new/describe.tsx";
import { begin } from "./new/description.ts";
import { templatesQuery } from "./new/queries.ts";
import { TemplateCards } from "./new/template-cards.tsx";
import { useDescription } from "./new/use-description.ts";

/** The page for a new agreement: first the template, then the form with a preview of the text. */
export function NewPage() {
  const { t } = useTranslation(["new-agreement", "drafting"]);
  const { language } = useFormat();
  const session = useSession();
  const templates = useQuery(templatesQuery);
  const { given, set, clear } = useDescription();
  const template = templates.data?.find(({ name }) => name === given?.template);
  return (
    <Page
      title={t("new", { ns: "drafting" })}
      kicker={template ? <Worded of={template.title} /> : t("choose")}
      actions={
        template && (
          <Button variant="default" onClick={clear}>
            {t("another")}
          </Button>
        )
      }
      size={template ? "fluid" : "lg"}
    >
      <ErrorAlert error={templates.error} />
      {templates.isPending && <Loading />}
      {templates.data && !(template && given) && (
        <TemplateCards
          templates={templates.data}
          choose={(one) => set(begin(one, ["en", session?.language ?? language]))}
        />
      )}
      {template && given && (
        <Describe key={template.name} template={template} given={given} set={set} clear={clear} />
      )}
    </Page>
  );
}
