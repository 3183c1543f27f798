import { conclude } from "../conclude.ts";
import type { Story } from "../story.ts";

/** In force between three parties, in English and French. */
export const publishedPeerLearning: Story = {
  name: "published-peer-learning",
  tell: (table) =>
    conclude(table, {
      template: "peer-learning-arrangement",
      title: {
        en: "Arrangement on Peer Learning in Public Integrity",
        fr: "Arrangement sur l’apprentissage entre pairs en matière d’intégrité publique",
      },
      parties: [{ code: "EE" }, { code: "KR" }, { code: "US" }],
      languages: ["en", "fr"],
      layout: "sequential",
      variables: { place: "Seoul" },
      areas: ["peer-learning", "research-and-knowledge-management"],
      goals: [16],
    }),
};
