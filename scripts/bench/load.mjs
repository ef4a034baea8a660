/** The process that loads the servers: what it does is asked of it, see ask.mjs. */
import { answer } from "./ask.mjs";
import * as crowd from "./crowd-load.mjs";
import * as joins from "./joins-load.mjs";
import * as relay from "./relay-load.mjs";
import * as restart from "./restart-load.mjs";

answer({ ...crowd, ...joins, ...relay, ...restart });
