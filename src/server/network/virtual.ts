/** Which of a computer's interfaces lead elsewhere than to the phones around it, told by their names. */

/** Where a virtual interface leads, in words for the user. */
export type VirtualLabel =
  "Docker" | "container" | "VPN" | "virtual machine" | "bridge" | "WSL" | "mobile network" | "tunnel";

/** The first that matches counts. Linux, macOS and Windows name theirs so differently that one list serves all. */
const NAMES: readonly (readonly [RegExp, VirtualLabel])[] = [
  [/wsl/i, "WSL"],
  // Docker's own bridges carry twelve digits of their network's id.
  [/^docker|^br-[\da-f]{12}$/, "Docker"],
  [/^(podman|nerdctl|veth|cni|cali|cilium|flannel|kube|lxc|lxd|incus)/, "container"],
  [/^(virbr|vnet\d|vmnet|vboxnet|vnic\d|mpqemubr)|vethernet|hyper-v|virtualbox|vmware|parallels/i, "virtual machine"],
  [/^(tun|tap|wg|utun|ipsec|ppp|zt|gpd|cscotun|nordlynx|proton)|vpn|wireguard|tailscale|zerotier/i, "VPN"],
  [/teredo|isatap|6to4/i, "tunnel"],
  // Predictable names on Linux begin with "ww" for mobile broadband.
  [/^(ww|rmnet|pdp_ip)|cellular/i, "mobile network"],
  [/^(br\d|br-|bridge)/, "bridge"],
];

/** VirtualBox and VMware give their host's end of a private network these; Windows may call it just "Ethernet 2". */
const HOST_ONLY_MAC = /^(0a:00:27|00:50:56:c0:00)/i;

/** Where the interface called `name`, with the hardware address `mac`, leads; undefined for a real one. */
export function virtualLabel(name: string, mac: string): VirtualLabel | undefined {
  return (
    NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? (HOST_ONLY_MAC.test(mac) ? "virtual machine" : undefined)
  );
}

/** Whether phones stay outside even if this computer's own way out leads through it. */
export function isTunnel(label: VirtualLabel): boolean {
  return label === "VPN" || label === "tunnel" || label === "mobile network";
}
