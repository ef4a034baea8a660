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

  call: {
    region: (name) => `与${name}通话`,
    you: "你",
    mute: "静音",
    unmute: "取消静音",
    cameraOff: "关闭摄像头",
    cameraOn: "打开摄像头",
    chat: "聊天",
    hangUp: "挂断",
    more: "更多",
    flipCamera: "切换摄像头",
    shareScreen: "共享屏幕",
    stopSharing: "停止共享",
    stop: "停止",
    speaker: "扬声器",
    fill: "铺满屏幕",
    fit: "显示完整画面",
    pictureInPicture: "画中画",
    leavePictureInPicture: "退出画中画",
    fullScreen: "全屏",
    leaveFullScreen: "退出全屏",
    reconnecting: "正在重新连接…",
    seconds: (n) => `${n} 秒`,
    isMuted: (name) => `${name}已静音`,
    theirCameraIsOff: "摄像头已关闭",
    youAreMuted: "你已静音。点按“取消静音”，对方才能听到你。",
    youShare: "你正在共享屏幕",
    screenOf: (name) => `${name}的屏幕`,
    tapToHear: (name) => `点按即可听到${name}`,
    unread: (n) => `${n} 条新消息`,
    enlargeYou: "放大自己的画面",
    enlarge: (name) => `放大${name}的画面`,
    enlargeScreen: (name) => `放大${name}的屏幕`,
    movable: "拖到其他角落，或用方向键移动",
    speakerFailed: "无法使用该扬声器。声音仍从原来的设备播放：请选择其他扬声器，或重新插上。",
    pictureInPictureFailed: "无法打开小窗口。请等画面动起来后再试。",
    fullScreenFailed: "浏览器不允许全屏。",
    said: {
      muted: "麦克风已关闭",
      unmuted: "麦克风已打开",
      cameraOff: "已关闭摄像头",
      cameraOn: "已打开摄像头",
      theyMuted: (name) => `${name}关闭了麦克风`,
      theyUnmuted: (name) => `${name}打开了麦克风`,
      theirCameraOff: (name) => `${name}关闭了摄像头`,
      theirCameraOn: (name) => `${name}打开了摄像头`,
      theyShare: (name) => `${name}正在共享屏幕`,
      theyStopped: (name) => `${name}停止了屏幕共享`,
      shared: "正在共享你的屏幕",
      stopped: "已停止共享你的屏幕",
      unheard: "你在说话，但麦克风已关闭",
      betterAgain: "连接已好转",
    },
  },

  quality: {
    good: "连接良好",
    fair: "连接一般",
    poor: "连接较差",
    causes: {
      loss: "网络丢包",
      delay: "网络延迟高",
      cpu: "本设备负载过高",
      bandwidth: "网络带宽不足",
    },
    because: (connection, cause) => `${connection}：${cause}`,
    title: "连接",
    roundTrip: "往返时间",
    loss: "丢包",
    jitter: "抖动",
    received: "对方的画面",
    sent: "你的画面",
    noPicture: "无",
    framesPerSecond: (n) => `${n} 帧/秒`,
  },

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {
    title: "键盘快捷键",
    mute: "关闭或打开麦克风",
    camera: "关闭或打开摄像头",
    chat: "聊天",
    fullScreen: "全屏",
    escape: "关闭，或退出全屏",
    list: "显示此列表",
    move: "选中小画面时移动它",
    or: "或",
    space: "空格键",
    arrows: "方向键",
    esc: "Esc",
  },
};
