/** What opens over the directory: loaded apart from the page, see app.ts. */
import "./invite.ts";
import "./reachable.ts";
import "./recents.ts";
import "./settings.ts";
