import { describe, expect, it } from "vitest";
import type { Obstacle } from "../call/call.ts";
import { obstacleIn } from "./obstacle.ts";

interface Case {
  ours?: string[];
  theirs?: (string | null)[];
  sent?: number;
  responses?: number;
  requests?: number;
}

function obstacle({ ours = ["192.168.1.5"], theirs = ["192.168.1.9"], sent = 12, responses = 0, requests = 0 }: Case) {
  const candidates = (type: string, addresses: (string | null)[]): [string, object][] =>
    addresses.map((address, n) => [`${type}${n}`, { type, candidateType: "host", address }]);
  const pair = { type: "candidate-pair", requestsSent: sent, responsesReceived: responses, requestsReceived: requests };
  return obstacleIn(
    new Map<string, { type: string }>([
      ...(candidates("local-candidate", ours) as [string, { type: string }][]),
      ...(candidates("remote-candidate", theirs) as [string, { type: string }][]),
      ["pair", pair],
      ["transport", { type: "transport" }],
    ]),
  );
}

describe("what stands in the way of a connection", () => {
  it.each<[string, Case, Obstacle | undefined]>([
    ["checks in one network that nothing answers", {}, "isolated"],
    ["the same by IPv6", { ours: ["fd12:3456:789a:1::5"], theirs: ["fd12:3456:789a:1:0:0:0:9"] }, "isolated"],
    ["the same by link-local IPv6", { ours: ["fe80::1%3"], theirs: ["fe80::2"] }, "isolated"],
    [
      "one network among several",
      { ours: ["10.8.0.2", "192.168.1.5"], theirs: ["172.17.0.1", "192.168.1.9"] },
      "isolated",
    ],
    ["one address known, another hidden", { theirs: ["a1b2.local", "192.168.1.9"] }, "isolated"],
    ["hardly a check yet", { sent: 2 }, undefined],
    ["a check that was answered", { responses: 1 }, undefined],
    ["a check of theirs that came through", { requests: 1 }, undefined],
    ["a large network", { ours: ["10.0.3.5"], theirs: ["10.0.1.9"] }, "isolated"],
    ["different networks", { theirs: ["10.0.0.9"] }, "other-network"],
    [
      "different networks, although both run virtual machines",
      { ours: ["172.17.0.1", "192.168.1.5"], theirs: ["172.17.0.1", "192.168.2.9"] },
      "other-network",
    ],
    ["a wired and a guest network", { ours: ["192.168.1.5"], theirs: ["192.168.179.20"] }, "other-network"],
    ["different networks of IPv6", { ours: ["fd12:3456:789a:1::5"], theirs: ["fd12:3456:789a:2::5"] }, "other-network"],
    ["IPv4 here, IPv6 there", { theirs: ["fd12:3456:789a:1::5"] }, "other-network"],
    ["no address of theirs", { theirs: [], sent: 0 }, "no-address"],
    ["only a hidden one", { theirs: ["0f9a7c1e-5b7e-4b0a-9d8e-2f6f5f0c9a11.local"], sent: 0 }, "no-address"],
    ["one that the statistics keep to themselves", { theirs: [null], sent: 0 }, "no-address"],
    ["a hidden one that was found", { theirs: [null] }, undefined],
    ["our own hidden", { ours: ["0f9a7c1e.local"] }, undefined],
    ["what is no address", { ours: ["nonsense"], theirs: ["nonsense"], sent: 0 }, "no-address"],
  ])("%s", (_, given, expected) => {
    expect(obstacle(given)).toBe(expected);
  });

  it("takes a failed pair for unanswered checks where they are not counted", () => {
    const candidate = { candidateType: "host" };
    const stats = (state: string) => [
      { ...candidate, type: "local-candidate", address: "192.168.1.5" },
      { ...candidate, type: "remote-candidate", address: "192.168.1.9" },
      { type: "candidate-pair", state },
    ];
    expect(obstacleIn(stats("in-progress"))).toBeUndefined();
    expect(obstacleIn(stats("failed"))).toBe("isolated");
  });

  it("knows the address by its older name", () => {
    expect(
      obstacleIn([
        { type: "local-candidate", candidateType: "host", ip: "192.168.1.5" },
        { type: "remote-candidate", candidateType: "host", ip: "192.168.1.9" },
        { type: "candidate-pair", requestsSent: 9, responsesReceived: 0 },
      ]),
    ).toBe("isolated");
  });
});
