import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formsOf } from "#src/text/forms.ts";
import type { Agreement } from "../api/agreement.ts";
import { Blocks } from "../text/blocks.tsx";
import textClasses from "../text/text.module.css";
import { directionOf } from "../words/words.ts";
import { Remarks } from "./remarks.tsx";
import classes from "./representative.module.css";
import type { Part, ReadText } from "./texts.ts";
import { threadsQuery } from "./threads.ts";

type Given = { agreement: Agreement; texts: ReadText[] };

/** Article under article; of two languages each article beside itself. Remarks stand under their article. */
export function Articles({ agreement, texts }: Given) {
  const [main] = texts;
  const threads = useQuery(threadsQuery(agreement.id)).data ?? [];
  const codes = agreement.parties.map(({ code }) => code);
  if (!main) return null;
  if (main.raw !== null) return <Raw text={main} />;
  return main.parts.map((part, at) => (
    <section
      key={part.number}
      className={`${classes.article} ${at === 0 ? classes.first : ""}`}
      data-article={part.number}
    >
      <div className={`${classes.columns} ${texts.length > 1 ? classes.two : ""}`}>
        {texts.map((text) => (
          <OneText key={text.language} text={text} part={text.parts[at]} codes={codes} />
        ))}
      </div>
      {!part.annex && (
        <Remarks
          agreement={agreement}
          language={main.language}
          article={part.number}
          heading={part.heading}
          threads={threads.filter(({ article }) => article === part.number)}
        />
      )}
    </section>
  ));
}

type OneGiven = { text: ReadText; part: Part | undefined; codes: string[] };

/** An article in one language. */
function OneText({ text: { language }, part, codes }: OneGiven) {
  if (!part) return <div />;
  return (
    <div
      className={`text ${textClasses.text} ${classes.wide}`}
      lang={language}
      dir={directionOf(language)}
    >
      <Title order={2} size={part.number === 0 ? "h3" : "h4"} mb="xs">
        {part.number > 0 && !part.annex && (
          <span className={classes.number}>{formsOf(language).article(part.number)}</span>
        )}
        {part.heading}
      </Title>
      <Blocks blocks={part.blocks} language={language} codes={codes} />
    </div>
  );
}

/** A text that is not written as texts are, as it stands. */
function Raw({ text: { language, raw } }: { text: ReadText }) {
  const { t } = useTranslation("representative");
  return (
    <>
      <Text c="dimmed">{t("raw")}</Text>
      <div className={`text ${classes.raw}`} lang={language} dir={directionOf(language)}>
        {raw}
      </div>
    </>
  );
}
