import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useForms } from "../text/around-text.tsx";
import { useFormat } from "../words/format.ts";

type Props = { agreement: string; number: number };

/** A link to an article on the page where the text is read. */
export function ReviewLink({ agreement, number }: Props) {
  const { language } = useFormat();
  const { article } = useForms(language);
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link
          to="/agreements/$id/review"
          params={{ id: agreement }}
          hash={`article-${number}`}
          hashScrollIntoView={false}
          {...props}
        />
      )}
    >
      {article(number)}
    </Anchor>
  );
}
