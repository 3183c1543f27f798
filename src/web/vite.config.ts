import { Agent } from "node:http";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = import.meta.dirname;
/** What `web:dev` asks for data. */
const service = "http://localhost:3000";

export default defineConfig({
  root: here,
  plugins: [react()],
  build: {
    outDir: join(here, "../../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // The colours of light and dark are chosen by the browser, whose own `light-dark()` is used.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Styles and pictures stay files: the policy lets none stand in the page.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // What every page needs is one file, and what a representative's page adds is another: a hundred small
        // ones cost a telephone more than their bytes do.
        codeSplitting: {
          groups: [
            { name: "frame", test: /src\/web\/app\.tsx$/, priority: 3 },
            {
              name: "party",
              test: /src\/web\/pages\/representative\/party-view\.tsx$/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/api": {
        target: service,
        changeOrigin: true,
        // As the service's own page would ask: else there is no demonstration for it (ADR 0097).
        headers: { Origin: service, Referer: `${service}/` },
        agent: new Agent({ keepAlive: true }),
      },
    },
  },
});
