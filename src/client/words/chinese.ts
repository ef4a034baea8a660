import type { Words } from "./english.ts";

export const chinese: Words = {
  common: {
    close: "关闭",
  },

  parts: {
    sheet: "无法加载：找不到运行 Earshot 的电脑。等它恢复后，请重新加载页面。",
    call: "通话已接通，可以说话，但通话界面无法加载：找不到运行 Earshot 的电脑。",
  },

  endings: {},

  notices: {},

  welcome: {},

  directory: {},

  recents: {},

  invite: {},

  trouble: {},

  ringing: {},

  notifications: {},

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {},
};
