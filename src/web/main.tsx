import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/query.ts";
import { sessionQuery } from "./api/session.ts";
import { App } from "./app.tsx";
import { startWords } from "./words/words.ts";

// Windows hold the page still by a style of their own, which needs this answer's nonce.
Object.assign(globalThis, { __webpack_nonce__: document.getElementById("nonce")?.nonce });
// Asked for at once, beside the words: what is shown first waits for both.
queryClient.prefetchQuery(sessionQuery);
await startWords();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
