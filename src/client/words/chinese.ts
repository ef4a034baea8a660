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

  ringing: {
    isCalling: (name) => `${name} 来电`,
    videoCall: "视频通话邀请",
    voiceCall: "语音通话邀请",
    accept: "接听",
    withoutVideo: "不开视频接听",
    decline: "拒绝",
    silence: "静音",
    silenced: "已静音",
    tapForSound: "轻点任意位置以播放铃声",
    calling: (name) => `正在呼叫 ${name}`,
    cancel: "取消",
    connectingTo: (name) => `正在连接 ${name}`,
    hangUp: "挂断",
    askingBoth: "正在请求使用摄像头和麦克风…",
    askingMicrophone: "正在请求使用麦克风…",
    waiting: "正在呼叫…",
    trying: (name) => `正在尝试联系 ${name}…`,
    ringing: "对方正在响铃…",
    connecting: "正在连接…",
    inCall: (name) => `与 ${name} 通话中`,
    missedCall: (name) => `${name} 的未接来电`,
    missedCalls: (count, who) => `${count} 个未接来电，来自 ${who}`,
  },

  notifications: {
    title: "通知",
    offer: "不错过任何来电。",
    offerWhy: "在你做其他事情时，让此设备告诉你谁在来电。",
    turnOn: "开启",
    notNow: "以后再说",
    granted: "在你做其他事情时，此设备会告诉你谁在来电。",
    denied: "此浏览器阻止了 Earshot 的通知。请轻点地址旁边的图标，打开页面设置，然后允许通知。",
    absent: "此浏览器无法提醒你有来电。在 iPhone 或 iPad 上，请先将 Earshot 添加到主屏幕。",
  },

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {},
};
