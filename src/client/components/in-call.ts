/** What only a call needs: loaded apart from the page, see app.ts. */
import "./call.ts";
import "./leave.ts";
import "./outgoing.ts";

export { speakOfTalk as ready } from "../words/talk/current.ts";
