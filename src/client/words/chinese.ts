import type { Words } from "./english.ts";

export const chinese: Words = {
  common: {
    close: "关闭",
    you: "你",
    someone: "某人",
    status: {
      available: "在线",
      busy: "通话中",
      away: "离开",
      "do-not-disturb": "勿扰",
    },
  },

  parts: {
    sheet: "无法加载：找不到运行 Earshot 的电脑。等它恢复后，请重新加载页面。",
    call: "通话已接通，可以说话，但通话界面无法加载：找不到运行 Earshot 的电脑。",
  },

  endings: {
    youHungUp: "你已挂断",
    hungUp: (name) => `${name} 已挂断`,
    failed: {
      isolated: (name) =>
        `无法连接 ${name}：此 Wi-Fi 会把设备相互隔离，访客网络常常如此。请改用其他 Wi-Fi，或其中一部手机的热点。`,
      "other-network": (name) => `无法连接 ${name}：两台设备不在同一个网络。请让它们连接同一个 Wi-Fi，再重新呼叫。`,
      "no-address": (name) => `无法连接 ${name}：两台设备找不到对方。请在两台设备上都允许使用麦克风，再重新呼叫。`,
      unknown: (name) => `无法连接 ${name}。两台设备是否在同一个 Wi-Fi？访客网络常会把设备相互隔离。`,
    },
    lost: (name) => `与 ${name} 的连接已中断`,
    continuedElsewhere: "已在别处继续",
    moved: (name) => `${name} 已转到另一台设备`,
    declined: (name) => `${name} 已拒绝`,
    busy: (name) => `${name} 正忙`,
    noAnswer: (name) => `${name} 无人接听`,
    gone: (name) => `${name} 已不在这里`,
  },

  notices: {
    dismiss: "忽略",
    peerUnknown: "对方已不在这里",
    notRemembered: "此浏览器不为 Earshot 保存任何内容，因此下次还会再问。无痕窗口或网站数据被阻止时就会这样。",
    languageNotLoaded: "无法载入该语言的文字：连不上运行 Earshot 的电脑。请稍后再试。",
    screenGoesOff: "此浏览器无法让屏幕保持常亮。电量是否不足？你可以在设备的设置中延长亮屏时间。",
  },

  welcome: {},

  directory: {},

  recents: {
    title: "最近通话",
    empty: "还没有通话。拨出、接听和错过的通话都会列在这里。",
    notHereNow: "当前不在",
    ringBack: (name) => `回拨给 ${name}`,
    ringBackShort: "回拨",
    clear: "清空列表",
    clearSure: "全部清空？",
    missed: "未接来电",
    incoming: "来电",
    outgoing: "去电",
    youDeclined: "你已拒绝",
    outcome: {
      declined: "已被拒绝",
      busy: "对方正忙",
      "no-answer": "无人接听",
      gone: "对方不在",
      cancelled: "已取消",
      failed: "未能接通",
      lost: "连接中断",
      replaced: "已转到另一台设备",
    },
    lasting: (what, length) => `${what}，${length}`,
    dayAndTime: (day, time) => `${day} ${time}`,
  },

  invite: {
    title: "邀请",
    none: "目前没有其他设备能打开 Earshot：运行它的电脑未连接任何网络，或被设为只供自己使用。",
    how: "让此 Wi-Fi 中的其他人用相机扫描二维码，或打开这个地址：",
    codeOf: (address) => `${address} 的二维码`,
    notDrawn: "无法绘制二维码：连不上电脑。用地址也一样。",
    share: "分享",
    copy: "复制",
    copied: "已复制",
    notCopied: "无法复制：请长按地址来选中它，或念给对方听。",
    notShared: "在这里无法分享。请复制地址，或让其他人扫描二维码。",
    others: "如果打不开：其他地址",
    addresses: "地址",
    message: "来 Earshot 找我吧。需要连接同一个 Wi-Fi。",
  },

  trouble: {
    connecting: "正在查找运行 Earshot 的电脑…",
    offline: "正在查找运行 Earshot 的电脑… 此设备是否在同一个 Wi-Fi？",
    unreachable: "连不上运行 Earshot 的电脑。",
    refused: "运行 Earshot 的电脑有回应，但拒绝了此设备的实时连接。可能是证书只被信任了一半，或中间有 VPN。",
    moved: "*运行 Earshot 的电脑换了地址。*请在那里继续：",
    askedAgain: "会再问一次你的名字。",
    thisComputer: "就是这台电脑：Earshot 还在上面运行吗？",
    sameWifi: "此设备和那台电脑在同一个 Wi-Fi 吗？",
    running: "那台电脑开着吗？Earshot 在上面运行吗？",
    elsewhere: "它是不是换了地址？试试",
    thisPage: "如果以上都没问题，*这个页面*或许能说明原因。",
  },

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

  chat: {
    title: "聊天",
    hint: (name) => `你写的内容只有 ${name} 能看到，通话结束后就会消失。`,
    says: (name) => `${name}：`,
    message: "消息",
    send: "发送",
    notSent: "消息未发送：目前没有连接。请稍后再发一次。",
  },

  devices: {},

  settings: {},

  shortcuts: {},

  leaving: {
    title: "要离开通话吗？",
    about: (name) => `返回会结束与 ${name} 的通话。`,
    hangUp: "挂断",
    stay: "留下",
  },

  elsewhere: {
    title: "Earshot 已在另一个标签页或窗口中打开",
    about: "来电一次只在一个地方响铃。",
    useHere: "在这里使用",
  },

  reachable: {
    title: "保持可接听",
    looking: "正在查找电脑…",
    canBeCalled: (name) => `可以呼叫 ${name}`,
    missed: (count) => `${count} 个未接来电`,
    screenStaysOn: "屏幕会保持常亮。如需等待较久，请接上充电器。",
    back: "轻点返回",
  },
};
