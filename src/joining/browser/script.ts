/** The script of the page that is served without TLS. */
import { answers } from "./probe.ts";
import { watchTrust } from "./watch-trust.ts";

watchTrust(document, { navigator, now: () => Date.now(), answers, go: (url) => location.replace(url) });
