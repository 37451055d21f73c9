// Which of some texts may mean danger, for tests: the texts come in, those that do go out.

import { meansDanger } from "../../overrides/assets/js/zoeken/danger.js";
import { answering } from "../answering.js";

answering((texts) => texts.filter(meansDanger));
