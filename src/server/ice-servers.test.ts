import { describe, expect, it } from "vitest";
import { ConfigError } from "./config-error.ts";
import { iceServersFrom } from "./ice-servers.ts";

describe("iceServersFrom", () => {
  it("takes STUN and TURN servers, and drops what browsers do not know", () => {
    const stun = { urls: ["stun:10.0.0.2", "stuns:turn.lan:5349", "stun:[fd00::2]:3478"] };
    const turn = { urls: "turn:10.0.0.2:3478?transport=tcp", username: "ada", credential: "s3cret" };
    expect(iceServersFrom(JSON.stringify([stun, { ...turn, url: "turn:old" }]))).toEqual([stun, turn]);
    expect(iceServersFrom("[]")).toEqual([]);
    expect(iceServersFrom(undefined)).toEqual([]);
  });

  it.each([
    ["stun:10.0.0.2", "is not JSON"],
    ["{}", "must be an array"],
    ["null", "must be an array"],
    ["[1]", "at 0 must be an object"],
    ['[{"urls": "stun:a"}, {"url": "stun:a"}]', "at 1.urls is missing"],
    ['[{"urls": 5}]', "at 0.urls must be a URL"],
    ['[{"urls": []}]', "at 0.urls must be a URL"],
    ['[{"urls": "http://a"}]', "at 0.urls must be a URL"],
    ['[{"urls": "stun:a?transport=udp"}]', "at 0.urls must be a URL"],
    ['[{"urls": ["stun:a", "stun://a"]}]', "at 0.urls"],
    ['[{"urls": "stun:a:0"}]', "at 0.urls must be a URL"],
    ['[{"urls": "stun:a:65536"}]', "at 0.urls must be a URL"],
    ['[{"urls": "turn:a"}]', "at 0 is a TURN server"],
    ['[{"urls": ["stun:a", "turns:a"], "username": "ada"}]', "at 0 is a TURN server"],
    ['[{"urls": "turn:a", "username": "", "credential": "b"}]', "at 0.username is empty"],
    ['[{"urls": "turn:a", "username": "a", "credential": 5}]', "at 0.credential must be text"],
  ])("refuses %s", (value, message) => {
    expect(() => iceServersFrom(value)).toThrow(ConfigError);
    expect(() => iceServersFrom(value)).toThrow(`ICE_SERVERS ${message}`);
  });

  it("never shows a credential", () => {
    for (const value of [
      '[{"credential": "s3cret", "urls": "turn:a"',
      '[{"credential": "s3cret", "urls": "turn:a"}]',
    ]) {
      expect(() => iceServersFrom(value)).toThrow(/^(?!.*s3cret)/s);
    }
  });
});
