import { useTranslation } from "react-i18next";
import type words from "../../words/en/new-agreement.json";

/** The name of a clause library topic, or its key if it has no name. */
export function useClauseTopic(): (topic: string) => string {
  const { t, i18n } = useTranslation("new-agreement");
  return (topic) => {
    const key = `topic.${topic as keyof (typeof words)["topic"]}` as const;
    return i18n.exists(`new-agreement:${key}`) ? t(key) : topic;
  };
}
