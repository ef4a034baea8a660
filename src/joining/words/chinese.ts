import { chineseGuides } from "../guides/chinese.ts";
import type { DoorWords } from "./english.ts";

const held = "遵守这一限制的浏览器（如 Chrome 和 Firefox），即使密钥被盗，也不会让窃贼冒充你的银行。";

export const chinese: DoorWords = {
  guides: chineseGuides,

  page: {
    description: "呼叫同一网络中的人：视频、语音和文字，无需账户。",
    title: "呼叫此 Wi-Fi 中的任何人",
    about: "看看谁在，面对面交谈。无需账户，任何内容都不会离开这栋楼。",
    language: "语言",
  },

  choice: {
    title: "你的浏览器还不认识这台电脑",
    about: "Earshot 运行在你附近的一台电脑上。摄像头和麦克风需要加密连接，为此那台电脑自己制作了证书。",
    install: "一分钟，只需一次。所有功能都可用。",
    warning: "马上就能用，但不是所有功能都可用。",
  },

  install: {
    title: "安装证书",
    about: "之后此设备就会信任那台电脑。步骤如下：",
    fingerprint: "电脑的 SHA-256 指纹",
    compare: "请把设备显示的内容与电脑终端本身核对：此页面是未加密传来的，途中可能被人改动。",
  },

  vouching: {
    local: `此证书只为本地网络中的地址和这台电脑作保。${held}`,
    own: `此证书只为这台电脑自己的地址和名称作保。${held}`,
    anything:
      "此证书对作保的范围没有任何限制：谁得到它的密钥，就能对此设备冒充任何网站。只有知道密钥由谁保管时才安装。",
  },

  warning: {
    title: "带着警告继续",
    about: "浏览器会提示连接不是私密的。到时请这样点。",
    open: "带着警告打开 Earshot",
    lacking: "哪些功能不可用",
  },

  elsewhere: {
    title: "Earshot 不使用这个名称",
    about: "这台电脑上运行着 Earshot，但地址不同。请在这里打开：",
    operator: "运行它的人可以用 NAMES 设置添加这个名称。在终端中：",
  },

  open: {
    title: "进来吧",
    about: "Earshot 运行在你附近的一台电脑上，并通过加密连接打开。",
    open: "打开 Earshot",
    ifWarned: "如果浏览器发出警告",
  },

  help: {
    title: "如果遇到问题",
    noInternet: "此 Wi-Fi 没有互联网",
    stay: "Earshot 不需要互联网。但手机常会离开这样的 Wi-Fi 改用移动数据，需要让它留下：",
    clock: "时钟不对",
    setClock: (time) =>
      `那样浏览器会拒绝所有证书。电脑的时钟显示：${time}。请在此设备的*设置*的*日期与时间*中校准时钟。`,
    remove: "移除证书",
  },

  script: {
    checking: "请稍候：此设备信任那台电脑吗？",
    untrusted: "一旦信任，此页面会自动继续。",
    unreachable: "连不上电脑。此设备还在它的 Wi-Fi 中吗？电脑是否醒着？此页面会自动继续。",
    trusted: "此设备现在信任 Earshot",
    clock: "此设备的时钟不对",
    clocks: "它显示 {device}；电脑显示 {laptop}。",
    setClock:
      "时间不对时，浏览器会拒绝所有证书。请在此设备的设置的“日期与时间”中设好正确的时间；之后此页面会自动继续。如果是电脑的时钟不对，请校准它，再重新启动 Earshot。",
  },

  profile: {
    about: "让此设备信任运行 Earshot 的电脑，使 Earshot 打开时不再有警告。",
    compare: "请先把它的 SHA-256 指纹与电脑终端里的核对。",
  },

  refused: {
    halfway: (device) => `你的 ${device} 只信任了 Earshot 一半`,
    live: "它显示此页面，但拒绝了让大家看到彼此、让来电响铃的实时连接。",
    missing: "两样都需要：安装描述文件，并打开对它的完全信任。请补上缺少的一步：",
    operators: (device) =>
      `请询问运行 Earshot 的人：他们使用了自己的证书，此 ${device} 必须信任它。如果没有，Earshot 会自己制作一个，并在这里说明如何信任它。`,
    between: "有东西放行了此页面，却没有放行通话",
    onTheWay:
      "电脑有回应，但让大家看到彼此、让来电响铃的实时连接在途中被拒绝。此设备上的 VPN、代理或杀毒软件会造成这种情况。",
    vpn: "请关闭 VPN 或代理，或让它不处理此 Wi-Fi 中的地址。",
    scanner: (host) => `请让杀毒软件不处理 *${host}*。它可能把这叫作网页防护或 HTTPS 扫描。`,
    another: "或者换一个浏览器，或换一台设备。",
    trust: "或者让此设备信任 Earshot",
    goesOn: "一旦可以，此页面会自动继续。",
  },
};
