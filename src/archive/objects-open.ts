import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ObjectStore } from "./objects.ts";
import { objectsInFolder } from "./objects-folder.ts";
import { objectsInS3 } from "./objects-s3.ts";

/** The configured store: a bucket, a folder, or `objects` in the data folder. */
export function openObjects(config: { objectsUrl: string | null; dataDir: string }): ObjectStore {
  const { objectsUrl, dataDir } = config;
  if (objectsUrl === null) return objectsInFolder(join(dataDir, "objects"));
  if (objectsUrl.startsWith("s3:")) return objectsInS3(objectsUrl);
  return objectsInFolder(fileURLToPath(objectsUrl));
}
