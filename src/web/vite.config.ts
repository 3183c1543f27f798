import { Agent } from "node:http";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { bundled, languagesAtBuild } from "../text/language/at-build.ts";

const here = import.meta.dirname;
/** The API that `web:dev` uses. */
const service = "http://localhost:3000";

export default defineConfig({
  root: here,
  plugins: [react(), languagesAtBuild(join(here, "../.."))],
  resolve: { conditions: [bundled, ...defaultClientConditions] },
  build: {
    outDir: join(here, "../../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // The oldest browsers that support CSS `light-dark()`.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Styles and images stay files, because the content security policy forbids inline ones.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        // One chunk for what every page needs and one for what a representative's page adds. A hundred small files
        // would cost a phone more than their bytes do.
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
        // Requests must look like those of the service's own page, or the demonstration refuses them (ADR 0097).
        headers: { Origin: service, Referer: `${service}/` },
        agent: new Agent({ keepAlive: true }),
      },
    },
  },
});
