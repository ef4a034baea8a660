import type { Words } from "./english.ts";

export const chinese: Words = {
  common: {
    close: "关闭",
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

  devices: {
    insecure: "此页面不是通过 HTTPS 打开的，因此浏览器不允许使用摄像头和麦克风。",
    microphone: {
      forbidden: "Earshot 无法使用你的麦克风。请在浏览器的此网站设置中允许使用；在此之前，没有麦克风也可以通话。",
      missing: "未找到麦克风。请接上一个，或不用麦克风通话。",
      taken: "无法打开你的麦克风。可能有其他程序正在使用它：请关闭该程序后重试。",
      failed: (error: string) => `无法打开你的麦克风（${error}）。`,
      stopped: "你的麦克风停止了：它被拔掉了，或被其他程序占用。对方现在听不到你。",
      paused: "此设备暂停了你的麦克风。对方暂时听不到你。",
    },
    camera: {
      forbidden: "Earshot 无法使用你的摄像头。请在浏览器的此网站设置中允许使用；在此之前，没有摄像头也可以通话。",
      missing: "未找到摄像头。请接上一个，或不用摄像头通话。",
      taken: "无法打开你的摄像头。可能有其他程序正在使用它：请关闭该程序后重试。",
      failed: (error: string) => `无法打开你的摄像头（${error}）。`,
      stopped: "你的摄像头停止了：它被拔掉了，或被其他程序占用。对方现在看不到你。",
      paused: "此设备暂停了你的摄像头。对方暂时看不到你。",
    },

    nowUsing: (label: string) => `正在使用${label}。`,
    nowUsingAnother: "正在使用另一个麦克风。",
    screen: {
      forbidden: "无法共享你的屏幕。请在设备设置中允许此浏览器录制屏幕，然后重试。",
      failed: (error: string) => `无法共享你的屏幕（${error}）。请重试，或只共享一个窗口。`,
    },
    toneFailed: "无法播放提示音。扬声器接好并打开了吗？请选择另一个，或重试。",
  },

  settings: {},

  shortcuts: {},
};
