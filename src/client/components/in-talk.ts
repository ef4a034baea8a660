/** What is seen of words and files outside of a call: loaded apart from the page, see app.ts. */
import "./conversation.ts";
import "./drop.ts";
import "./earlier.ts";
import "./offers.ts";

export { speakOfTalk as ready } from "../words/talk/current.ts";
