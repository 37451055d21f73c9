// Which of some texts may mean danger, for tests: the texts come in, those that do go out.

import { readFileSync } from "node:fs";
import { meansDanger } from "../../overrides/assets/js/zoeken/danger.js";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).filter(meansDanger)));
