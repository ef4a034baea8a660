/** The page that is served without TLS, in a frame, with a laptop that this test plays. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import axeCore from "axe-core";
import { inBothSchemes } from "../../client/components/testing.ts";
import { until } from "../../client/testing/until.ts";
import { joiningPage, type JoiningFacts } from "../page.ts";
import { guidesOf } from "../steps.ts";
import { chinese } from "../words/chinese.ts";
import { english } from "../words/english.ts";
import { answers } from "./probe.ts";
import { watchTrust } from "./watch-trust.ts";

const guides = guidesOf(english.guides);
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const ANDROID =
  "Mozilla/5.0 (Linux; Android 15; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36";
const MAC =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";

const HOST = "192.168.1.20:3000";
const NAMED = "laptop.local:3000";
/** A reader's clock, set right: the middle of the certificate's time. */
const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const FINGERPRINT = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(":");

const facts: JoiningFacts = {
  language: "en",
  userAgent: IPHONE,
  host: HOST,
  names: [],
  authority: { fingerprint: FINGERPRINT, vouching: "local" },
  certificate: { from: new Date(NOW - DAY), until: new Date(NOW + DAY) },
  now: new Date(NOW),
  script: "",
  style: "",
};

let style: string;
let frame: HTMLIFrameElement | undefined;

before(async () => {
  style = await (await fetch("/src/joining/browser/style.css")).text();
});
afterEach(() => frame?.remove());

interface Reader {
  width?: number;
  touchPoints?: number;
  clock?: number;
}

/** What the laptop answers to, by the beginnings of URLs, and what came of it. */
class Laptop {
  answering: string[] = ["/", `http://${HOST}`];
  readonly asked: string[] = [];
  readonly left: string[] = [];

  trusted(...hosts: string[]): void {
    this.answering.push(...hosts.map((host) => `https://${host}`));
  }
  gone(): void {
    this.answering = [];
  }
  answers = async (url: string): Promise<boolean> => {
    this.asked.push(url);
    return this.answering.some((known) => (known === "/" ? url === "/" : url.startsWith(known)));
  };
}

/** Shows the page as the server sends it; its script does not run. */
async function sent(of: JoiningFacts, width = 360): Promise<Document> {
  frame?.remove();
  const made = Object.assign(document.createElement("iframe"), { width, height: 740 });
  frame = made;
  made.style.border = "0";
  const loaded = new Promise((resolve) => made.addEventListener("load", resolve, { once: true }));
  made.srcdoc = joiningPage({ ...of, style });
  document.body.append(made);
  await loaded;
  return made.contentDocument!;
}

/** Shows the page, and runs its script. */
async function come(
  laptop: Laptop,
  more: Partial<JoiningFacts> = {},
  { width = 360, touchPoints = 5, clock = NOW }: Reader = {},
): Promise<{ page: Document; reader: { clock: number } }> {
  const page = await sent({ ...facts, ...more }, width);
  const reader = { clock };
  watchTrust(page, {
    navigator: { userAgent: more.userAgent ?? facts.userAgent, maxTouchPoints: touchPoints },
    now: () => reader.clock,
    answers: laptop.answers,
    go: (url) => laptop.left.push(url),
  });
  return { page, reader };
}

const status = (page: Document) => page.querySelector("[role=status]")?.textContent ?? "";
const says = (page: Document, text: string) => until(text, () => status(page).includes(text));
const visible = <E extends Element>(elements: Iterable<E>): E[] =>
  [...elements].filter((element) => element.checkVisibility());
const link = (page: Document, name: string) =>
  visible(page.querySelectorAll<HTMLAnchorElement>("a")).find(({ textContent }) => textContent?.trim() === name);
/** The devices whose steps are open in a part of the page. */
const opened = (page: Document, part: "install" | "warning") =>
  [...page.querySelectorAll(`#${part} details[open] > summary`)].map(({ textContent }) => textContent?.trim());
/** A user comes back to the page. */
const comeBack = (page: Document) => page.defaultView?.dispatchEvent(new Event("focus"));

describe("the page without TLS, where the certificate is not trusted", () => {
  it("looks again at once when its user comes back, and goes on after the good news", async () => {
    const laptop = new Laptop();
    const { page } = await come(laptop);
    await says(page, english.script.untrusted);
    laptop.trusted(HOST);
    laptop.asked.length = 0;
    page.dispatchEvent(new Event("visibilitychange"));
    await new Promise(requestAnimationFrame);
    expect(laptop.asked).to.deep.equal([`https://${HOST}/ready.txt`]);
    await says(page, english.script.trusted);
    expect(laptop.left).to.deep.equal([]);
    await until("left", () => laptop.left.length > 0);
    expect(laptop.left).to.deep.equal([`https://${HOST}/`]);
  });

  it("does not look while nobody looks at it", async () => {
    const laptop = new Laptop();
    const { page } = await come(laptop);
    await says(page, english.script.untrusted);
    Object.defineProperty(page, "hidden", { value: true });
    laptop.asked.length = 0;
    comeBack(page);
    await new Promise(requestAnimationFrame);
    expect(laptop.asked).to.deep.equal([]);
  });

  it("tells a laptop that is gone from one that is not trusted", async () => {
    const laptop = new Laptop();
    const { page } = await come(laptop);
    await says(page, english.script.untrusted);
    laptop.gone();
    comeBack(page);
    await says(page, english.script.unreachable);
    laptop.answering = ["/"];
    comeBack(page);
    await says(page, english.script.untrusted);
    laptop.trusted(HOST);
    comeBack(page);
    await until("left", () => laptop.left.length > 0);
  });

  it("takes for gone what cannot be opened with TLS, or does not answer in time", async () => {
    expect(await answers("/", 10_000, "HEAD")).to.equal(true);
    expect(await answers(`https://${location.host}/`, 10_000)).to.equal(false);
    expect(await answers("/", 0)).to.equal(false);
  });
});

describe("the page without TLS, where the certificate is trusted", () => {
  it("goes by the laptop's name where that is known, and by the address where it is not", async () => {
    const names = ["unknown.local:3000", NAMED];
    const laptop = new Laptop();
    laptop.answering.push(`http://${NAMED}`);
    laptop.trusted(NAMED, HOST);
    await come(laptop, { names });
    await until("left", () => laptop.left.length > 0);
    expect(laptop.left).to.deep.equal([`https://${NAMED}/`]);

    const other = new Laptop();
    other.trusted(HOST);
    await come(other, { names });
    await until("left", () => other.left.length > 0);
    expect(other.left).to.deep.equal([`https://${HOST}/`]);
  });

  it("leads also with a warning by the first name that is known", async () => {
    const laptop = new Laptop();
    laptop.answering.push(`http://${NAMED}`);
    const { page } = await come(laptop, { names: ["unknown.local:3000", NAMED] });
    await says(page, english.script.untrusted);
    expect(link(page, "Open Earshot with a warning")?.href).to.equal(`https://${NAMED}/`);
  });
});

describe("the page without TLS", () => {
  it("is of use without a script", async () => {
    const page = await sent({ ...facts, userAgent: ANDROID });
    const { install, warning, lacking } = guides["android-chrome"];
    const steps = visible(page.querySelectorAll("#install li, #warning li"));
    expect(steps).to.have.length(install.length + warning.length + lacking.length);
    expect(steps.map(({ textContent }) => textContent).join()).to.contain("Trusted credentials");
    expect(link(page, "Open Earshot with a warning")).not.to.equal(undefined);
    // Nothing is claimed that only a script could know.
    expect(page.querySelector("[role=status]")?.checkVisibility()).to.equal(false);
    page.querySelector<HTMLElement>("#help summary")?.click();
    expect(page.querySelector("#help")?.textContent).to.contain("Use this network as is");
  });

  it("says in the reader's language what its script finds out", async () => {
    const { page } = await come(new Laptop(), { language: "zh" }, { clock: Date.UTC(2021, 2, 4) });
    await says(page, chinese.script.untrusted);
    const notice = page.querySelector("[role=alert]")?.textContent ?? "";
    expect(notice).to.contain(chinese.script.clock);
    expect(notice).to.match(/它显示.*2021.*；电脑显示.*2026/u);
  });

  it("finds an iPad out that says it is a Mac", async () => {
    const { page } = await come(new Laptop(), { userAgent: MAC }, { touchPoints: 5 });
    for (const part of ["install", "warning"] as const) {
      expect(opened(page, part)).to.deep.equal([guides.iphone.title]);
      expect(page.querySelector(`#${part} summary`)?.textContent?.trim()).to.equal(guides.iphone.title);
    }
    const { page: mac } = await come(new Laptop(), { userAgent: MAC }, { touchPoints: 0 });
    expect(opened(mac, "install")).to.deep.equal([guides.macos.title]);
  });

  for (const year of [2021, 2099])
    it(`says that a clock is wrong that says ${year}, until it is set right`, async () => {
      const { page, reader } = await come(new Laptop(), {}, { clock: Date.UTC(year, 2, 4) });
      await says(page, english.script.untrusted);
      const notice = page.querySelector<HTMLElement>("[role=alert]")!;
      expect(notice.checkVisibility()).to.equal(true);
      for (const words of [english.script.clock, String(year), "2026"]) expect(notice.textContent).to.contain(words);
      reader.clock = NOW;
      comeBack(page);
      await until("no more of the clock", () => !notice.checkVisibility());
    });

  it("says nothing of a clock that is right", async () => {
    const { page } = await come(new Laptop());
    await says(page, english.script.untrusted);
    expect(page.querySelector("[role=alert]")?.checkVisibility()).to.equal(false);
  });

  it("has nothing to install where the operator has brought a certificate", async () => {
    const { authority: _none, ...own } = facts;
    const page = await sent(own);
    expect(link(page, "Open Earshot")?.href).to.equal(`https://${HOST}/`);
    expect(page.body.textContent).not.to.contain("Install the certificate");
    const help = visible(page.querySelectorAll<HTMLElement>("summary")).find(({ textContent }) =>
      textContent?.includes("If your browser warns"),
    );
    help?.click();
    expect(
      visible(page.querySelectorAll("li"))
        .map(({ textContent }) => textContent?.trim())
        .join(),
    ).to.contain("visit this website");
  });

  it("is accessible in each of its states, in the light and in the dark", async () => {
    await inBothSchemes(async () => {
      const laptop = new Laptop();
      const { page } = await come(laptop, {}, { clock: Date.UTC(2021, 2, 4) });
      await says(page, english.script.untrusted);
      for (const each of page.querySelectorAll("details")) each.open = true;
      expect(await violations(page)).to.deep.equal([]);
      laptop.gone();
      comeBack(page);
      await says(page, english.script.unreachable);
      expect(await violations(page)).to.deep.equal([]);
      laptop.trusted(HOST);
      comeBack(page);
      await says(page, english.script.trusted);
      expect(await violations(page)).to.deep.equal([]);
    });
  });

  it("fits a narrow phone, and every target a finger", async () => {
    for (const [userAgent, language] of [
      [IPHONE, "en"],
      [ANDROID, "en"],
      [ANDROID, "de"],
      [IPHONE, "fr"],
    ] as const) {
      const { page } = await come(new Laptop(), { userAgent, language }, { width: 320 });
      await until("untrusted", () => page.documentElement.dataset["state"] === "untrusted");
      for (const each of page.querySelectorAll("details")) each.open = true;
      expect(page.documentElement.scrollWidth).to.be.at.most(320);
      const small = [...page.querySelectorAll("a, summary")]
        .map((element) => ({ height: element.getBoundingClientRect().height, text: element.textContent }))
        .filter(({ height }) => height < 44);
      expect(small).to.deep.equal([]);
    }
  });
});

/** What axe finds wrong in the frame. */
async function violations({ defaultView }: Document): Promise<string[]> {
  const view = defaultView as unknown as { eval(code: string): void; axe?: typeof axeCore };
  if (!view.axe) view.eval(axeCore.source);
  const { violations } = await view.axe!.run();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(" | ")}`);
}
