import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formsOf } from "#src/text/forms.ts";
import { useFormat } from "../words/format.ts";

type Props = { agreement: string; number: number };

/** A link to an article on the page where the text is read. */
export function ReviewLink({ agreement, number }: Props) {
  const { language } = useFormat();
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
      {formsOf(language).article(number)}
    </Anchor>
  );
}
