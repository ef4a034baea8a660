/** The process that loads the servers: what it does is asked of it, see ask.mjs. */
import { answer } from "./ask.mjs";
import { joinOneByOne, leaveAll } from "./joins-load.mjs";
import { closePairs, flood, openPairs, pace } from "./relay-load.mjs";

answer({ openPairs, closePairs, flood, pace, joinOneByOne, leaveAll });
