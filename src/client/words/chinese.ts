import type { Words } from "./english.ts";

export const chinese: Words = {
  common: {
    close: "关闭",
  },

  endings: {},

  notices: {},

  welcome: {
    title: "呼叫此 Wi-Fi 上的任何人",
    about: "看看谁在这里，面对面交谈。无需账号，一切都不会离开这栋楼。",
    yourName: "你的名字",
    nameRule: (most) => `请输入 1 到 ${most} 个字符的名字。`,
    join: "加入",
    seeYourself: "允许使用摄像头，就能在这里看到自己",
    devices: "摄像头和麦克风",
  },

  directory: {
    people: "附近的人",
    count: (people) => `附近有 ${people} 人`,
    call: (name) => `呼叫${name}`,
    voiceCall: (name) => `与${name}语音通话`,
    phone: "手机",
    tablet: "平板电脑",
    computer: "电脑",
    you: (name, state) => `${name}，这是你：${state}`,
    available: "可接听",
    silent: "静音",
    doNotDisturb: "勿扰",
    offline: "未连接",
    recents: "最近通话",
    missed: (calls) => `${calls} 个未接`,
    settings: "设置",
    stayReachable: "保持可接听",
    asleepTitle: "休眠的手机无法响铃。",
    asleep: "想接到电话，请让 Earshot 在面前保持打开，或让它以低亮度保持屏幕常亮。",
    gotIt: "知道了",
    invite: "邀请",
    nobody: "这里还没有其他人",
    willAppear: "在此 Wi-Fi 上打开 Earshot 的人会自动出现在这里。",
    scan: "让此 Wi-Fi 上的其他人用相机扫描此码，或打开这个地址：",
    searching: "找到运行 Earshot 的电脑后，就能看到谁在这里。",
  },

  recents: {},

  invite: {},

  trouble: {},

  ringing: {},

  notifications: {},

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {
    title: "设置",
    save: "保存",
    saved: "已保存",
    devices: "摄像头和麦克风",
    camera: "摄像头",
    microphone: "麦克风",
    speaker: "扬声器",
    numbered: (device, number) => `${device} ${number}`,
    level: "说句话：能听到你时，音量条会动。",
    testSpeaker: "测试扬声器",
    processing: "麦克风声音",
    echoCancellation: "消除回声",
    echoCancellationHint: "让对方不会听到自己的声音。",
    noiseSuppression: "抑制噪音",
    noiseSuppressionHint: "去除风扇、车流和打字声。播放音乐时请关闭。",
    autoGainControl: "自动调节音量",
    autoGainControlHint: "无论远近，你的声音一样响。",
    appearance: "外观",
    system: "跟随系统",
    light: "浅色",
    dark: "深色",
    ringing: "响铃",
    ringVolume: "铃声音量",
    testRing: "试听铃声",
    silent: "静音模式",
    silentHint: "来电会显示并振动，但不出声。",
    doNotDisturb: "勿扰模式",
    doNotDisturbHint: "不会响铃。呼叫你的人会看到你正忙。",
    notifications: "通知",
    notificationsOff: "Earshot 在后台时，也能得知来电。",
    allowNotifications: "允许通知",
    notificationsOn: "Earshot 在后台时，你会收到来电通知。",
    notificationsDenied: "通知已被阻止。要在后台得知来电，请在浏览器的网站设置（地址旁边）中允许此页面的通知。",
    notificationsAbsent: "此浏览器无法为此页面显示通知。想接到电话，请让 Earshot 在面前保持打开。",
    language: "语言",
    asBrowser: (language) => `跟随浏览器（${language}）`,
    about: "关于",
    version: "版本",
    aboutHint: "通话只在你自己的网络内进行：无需账号，无需互联网。",
    clear: "清除所有数据",
    clearHint: "此设备上的名字、设置和最近通话将被删除，Earshot 会重新询问你的名字。此操作无法撤销。",
    clearSure: "是，全部清除",
    keep: "保留",
  },

  shortcuts: {},
};
