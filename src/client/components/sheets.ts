/** What opens over the directory, and what helps where there is no server: loaded apart from the page, see app.ts. */
import "./invite.ts";
import "./reachable.ts";
import "./recents.ts";
import "./settings.ts";
import "./trouble.ts";

export { speakOfTalk as ready } from "../words/talk/current.ts";
